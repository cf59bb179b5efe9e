package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.internal.journal.MemoryJournal;
import io.videojob.internal.webhook.Senders;
import io.videojob.internal.webhook.WebhookDesk;
import io.videojob.spi.JobJournal;
import io.videojob.webhook.WebhookDelivery;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A desk before an engine over one vendor, with manual time; what is asked of the journal is written down. */
final class Desk {
    static final URI URL = URI.create("https://hooks.example/videojob");
    static final String SECRET = "what-the-account-signs-with";

    /** Names of the journal's methods, as they are called. */
    final List<String> asked = new ArrayList<>();

    RuntimeException away;
    final Bench bench = new Bench(watched(new MemoryJournal()), "north").start();
    final FakeVendor north = bench.vendor("north");
    final WebhookTokens tokens = new WebhookTokens(URL, List.of("s3cret"));
    final WebhookDesk desk = desk(bench.jobs, tokens);

    WebhookDesk desk(Jobs jobs, WebhookTokens by) {
        Senders senders = new Senders(by, Map.of("north", north), Map.of("north", List.of("newer", SECRET)));
        return new WebhookDesk(jobs, bench.journal, bench.time, senders);
    }

    private JobJournal watched(JobJournal journal) {
        return (JobJournal) Proxy.newProxyInstance(
                JobJournal.class.getClassLoader(), new Class<?>[] {JobJournal.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    if (away != null) {
                        throw away;
                    }
                    try {
                        return method.invoke(journal, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Signed now, by the address of the attempt. */
    WebhookDelivery signed(JobId job, int attempt, String body) {
        return signed(tokens.token(job, attempt, "north"), tokens.signingSecret(job, attempt), body);
    }

    WebhookDelivery signed(String token, String secret, String body) {
        return delivery(
                token,
                Map.of("Seal", secret, "At", String.valueOf(bench.time.now().toEpochMilli())),
                body);
    }

    /** Proves that it knows the secret, and nothing else. */
    WebhookDelivery open(JobId job, int attempt, String body) {
        return delivery(tokens.token(job, attempt, "north"), Map.of("Open", tokens.signingSecret(job, attempt)), body);
    }

    static WebhookDelivery delivery(String token, Map<String, String> headers, String body) {
        Map<String, String> byName = new HashMap<>(headers);
        return WebhookDelivery.of("/videojob/" + token, byName::get, body.getBytes(StandardCharsets.UTF_8));
    }

    int post(WebhookDelivery delivery) {
        return desk.receive(delivery).status();
    }

    Instant now() {
        return bench.time.now();
    }
}
