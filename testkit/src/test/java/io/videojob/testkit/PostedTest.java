package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.WebhookRejectedException;
import io.videojob.atelier.AtelierScript;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class PostedTest {
    private static final String DONE = "{\"number\":\"41\",\"stage\":\"in the can\"}";

    /** The cases that fail at a vendor whose seal is over the body alone; all names are kept in {@code names}. */
    private static List<String> failing(List<String> names) {
        BentFactory factory = new BentFactory((honest, settings) -> new Bent(honest) {
            @Override
            public WebhookEvent parseWebhook(WebhookDelivery delivery, WebhookKeys keys) {
                String given = delivery.header("Seal").orElse("");
                if (!keys.secrets().isEmpty()
                        && keys.secrets().stream()
                                .noneMatch(s -> !s.isBlank() && given.equals(seal(s, delivery.body())))) {
                    throw new WebhookRejectedException("not by our secret");
                }
                WebhookKeys none = WebhookKeys.of(List.of(), keys.now(), keys.tolerance());
                WebhookEvent event = honest.parseWebhook(delivery, none);
                return WebhookEvent.of(
                        event.vendorJobId(),
                        event.vendorStatus(),
                        !keys.secrets().isEmpty());
            }
        });
        WebhookSigning timeless = (body, secret, at) -> Map.of("Seal", seal(secret, body));
        VendorScript script = AtelierScript.builder(factory)
                .webhooks(timeless, DONE, "41", "in the can")
                .build();
        List<String> failed = new ArrayList<>();
        try (Bench bench = new Bench(script)) {
            new Posted(bench).all().forEach(test -> {
                names.add(test.getDisplayName());
                run(test, failed);
            });
        }
        return failed;
    }

    private static void run(DynamicTest test, List<String> failed) {
        try {
            test.getExecutable().execute();
        } catch (Throwable e) {
            failed.add(test.getDisplayName() + " >> " + e);
        }
    }

    private static String seal(String secret, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aProofWithoutATimeIsToldAndNotHeldAgainstTheVendor() {
        List<String> names = new ArrayList<>();

        assertThat(failing(names)).isEmpty();
        assertThat(names)
                .anyMatch(name -> name.contains("proof has no time"))
                .noneMatch(name -> name.contains("from the future"));
    }
}
