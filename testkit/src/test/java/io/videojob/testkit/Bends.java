package io.videojob.testkit;

import io.videojob.spi.CancelOutcome;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VideoProvider;
import io.videojob.testkit.Broken.Bend;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is bent about an honest provider: one exchange. */
final class Bends {
    interface Create {
        SubmitOutcome of(VideoProvider honest, ProviderSettings settings, Submission sent);
    }

    interface Look {
        VendorState of(VideoProvider honest, ProviderSettings settings, String id);
    }

    interface Cancel {
        CancelOutcome of(VideoProvider honest, ProviderSettings settings, String id);
    }

    interface LookUp {
        Lookup of(VideoProvider honest, Submission sent, Predicate<String> claimed);
    }

    interface List {
        ListedJobs of(VideoProvider honest, Instant from, Instant to, @Nullable String mark);
    }

    interface Parsing {
        WebhookEvent of(VideoProvider honest, WebhookDelivery delivery, WebhookKeys keys);
    }

    private Bends() {}

    static Bend create(Create create) {
        return (honest, settings) -> new Bent(honest) {
            @Override
            public SubmitOutcome submit(Submission sent) {
                return create.of(honest, settings, sent);
            }
        };
    }

    static Bend look(Look look) {
        return (honest, settings) -> new Bent(honest) {
            @Override
            public VendorState fetch(String id) {
                return look.of(honest, settings, id);
            }
        };
    }

    static Bend cancel(Cancel cancel) {
        return (honest, settings) -> new Bent(honest) {
            @Override
            public CancelOutcome cancel(String id) {
                return cancel.of(honest, settings, id);
            }
        };
    }

    static Bend lookUp(LookUp lookUp) {
        return (honest, settings) -> new Bent(honest) {
            @Override
            public Lookup locate(Submission sent, Predicate<String> claimed) {
                return lookUp.of(honest, sent, claimed);
            }
        };
    }

    static Bend list(List list) {
        return (honest, settings) -> new Bent(honest) {
            @Override
            public ListedJobs listJobs(Instant from, Instant to, @Nullable String mark) {
                return list.of(honest, from, to, mark);
            }
        };
    }

    static Bend webhook(Parsing parsing) {
        return (honest, settings) -> new Bent(honest) {
            @Override
            public WebhookEvent parseWebhook(WebhookDelivery delivery, WebhookKeys keys) {
                return parsing.of(honest, delivery, keys);
            }
        };
    }

    /** What a provider that says nothing of itself but its models says too much. */
    static Bend traits(UnaryOperator<ProviderTraits.Builder> more) {
        return (honest, settings) -> new Bent(honest) {
            @Override
            public ProviderTraits traits() {
                ProviderTraits traits = honest.traits();
                return more.apply(ProviderTraits.builder(traits.profiles()).loopback(traits.isLoopback()))
                        .build();
            }
        };
    }
}
