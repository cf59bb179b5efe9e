package io.videojob.testkit;

import io.videojob.ProviderException;
import io.videojob.TransportException;
import io.videojob.VideoJobException;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.VideoProvider;
import io.videojob.testkit.Broken.Vendor;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Adapters that are wrong about what not every vendor can do: cancels, webhooks, and looks for lost jobs. */
final class BrokenWishes {
    private BrokenWishes() {}

    static List<Broken> all() {
        return List.of(
                cancels(
                        "says that a cancel was accepted without asking",
                        (honest, id) -> CancelOutcome.accepted(),
                        "cancelWorksOrIsRefused: .*",
                        "anExchangeEndsWithinItsTimeout: a cancel .*",
                        "theKeyGoesToTheVendorOnly: a cancel .*"),
                cancels(
                        "says that it can't cancel though it can",
                        (honest, id) -> {
                            CancelOutcome outcome = honest.cancel(id);
                            return outcome.kind() == CancelOutcome.Kind.ACCEPTED
                                    ? CancelOutcome.unsupported()
                                    : outcome;
                        },
                        "cancelWorksOrIsRefused: the vendor is asked, once"),
                cancels(
                        "says after a failed cancel that there is no way to",
                        (honest, id) -> {
                            try {
                                return honest.cancel(id);
                            } catch (ProviderException no) {
                                return CancelOutcome.unsupported();
                            }
                        },
                        "cancelWorksOrIsRefused: a cancel that ends in \\d+ is not ACCEPTED"),
                cancels(
                        "cancels again at once when the answer is lost",
                        (honest, id) -> {
                            try {
                                return honest.cancel(id);
                            } catch (TransportException lost) {
                                return honest.cancel(id);
                            }
                        },
                        "cancelWorksOrIsRefused: a cancel that ends in (HANG_UP|RESET) is not ACCEPTED"),
                lookUps(
                        "takes a failed look-up for the proof that there is no job",
                        Vendor.ABLE,
                        (honest, sent, claimed) -> {
                            try {
                                return honest.locate(sent, claimed);
                            } catch (ProviderException no) {
                                return Lookup.notSeen();
                            }
                        },
                        "aLookUpFindsOrSaysThatItCannotTell: a look-up answered with \\d+ proves nothing"),
                lookUps(
                        "says that it can't tell, whatever the vendor lists",
                        Vendor.ABLE,
                        (honest, sent, claimed) -> {
                            Lookup unused = honest.locate(sent, claimed);
                            return Lookup.canNotTell("nobody knows");
                        },
                        "aLookUpFindsOrSaysThatItCannotTell: a look-up that comes to .*"),
                lookUps(
                        "gives candidates that other jobs have",
                        Vendor.VAGUE,
                        (honest, sent, claimed) -> honest.locate(sent, id -> false),
                        "aLookUpFindsOrSaysThatItCannotTell: of CANDIDATES .*, none that another job has"),
                lookUps(
                        "sees no job because it doesn't look",
                        Vendor.BARE,
                        (honest, sent, claimed) -> Lookup.notSeen(),
                        "aLookUpFindsOrSaysThatItCannotTell: no way to look is told, and nothing sent"),
                bare(
                        "says that a job it can't look for would have been seen",
                        honest -> new Bent(honest) {
                            @Override
                            public ProviderTraits traits() {
                                ProviderTraits traits = honest.traits();
                                return ProviderTraits.builder(traits.profiles())
                                        .loopback(traits.isLoopback())
                                        .absenceProvesAfter(Duration.ofMinutes(1))
                                        .build();
                            }
                        },
                        "aLookUpFindsOrSaysThatItCannotTell: no way to look is told, and nothing sent"),
                bare(
                        "throws where it can't cancel",
                        honest -> new Bent(honest) {
                            @Override
                            public CancelOutcome cancel(String id) {
                                throw new UnsupportedOperationException("cancel");
                            }
                        },
                        "cancelWorksOrIsRefused: no way to cancel is told, and nothing sent"),
                bare(
                        "promises webhooks that nobody posts",
                        honest -> new Bent(honest) {
                            @Override
                            public ProviderTraits traits() {
                                ProviderTraits traits = honest.traits();
                                return ProviderTraits.builder(traits.profiles())
                                        .loopback(traits.isLoopback())
                                        .webhooks(true)
                                        .build();
                            }
                        },
                        "webhooksAreProvedOrRefused: the traits say that there are none"),
                bare(
                        "believes a webhook that its vendor never posts",
                        honest -> new Bent(honest) {
                            @Override
                            public WebhookEvent parseWebhook(WebhookDelivery delivery, WebhookKeys keys) {
                                return WebhookEvent.of("1", "in the can", false);
                            }
                        },
                        "webhooksAreProvedOrRefused: a (signed )?delivery is refused"));
    }

    private interface Cancel {
        CancelOutcome of(VideoProvider honest, String id);
    }

    private static Broken cancels(String name, Cancel cancel, String... failing) {
        return Broken.of(
                name,
                (honest, settings) -> new Bent(honest) {
                    @Override
                    public CancelOutcome cancel(String id) {
                        return cancel.of(honest, id);
                    }
                },
                failing);
    }

    private interface LookUp {
        Lookup of(VideoProvider honest, Submission sent, Predicate<String> claimed) throws VideoJobException;
    }

    private static Broken lookUps(String name, Vendor vendor, LookUp lookUp, String... failing) {
        return Broken.of(
                name,
                vendor,
                (honest, settings) -> new Bent(honest) {
                    @Override
                    public Lookup locate(Submission sent, Predicate<String> claimed) {
                        return lookUp.of(honest, sent, claimed);
                    }
                },
                failing);
    }

    private interface Change {
        VideoProvider of(VideoProvider honest);
    }

    private static Broken bare(String name, Change change, String... failing) {
        return Broken.of(name, Vendor.BARE, (honest, settings) -> change.of(honest), failing);
    }
}
