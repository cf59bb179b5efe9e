package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.SubmitOutcome.Kind;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Adapters that are careless with keys and webhooks. */
final class BrokenManners {
    private BrokenManners() {}

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "tells the key in a message",
                        Bends.create((honest, settings, sent) -> {
                            SubmitOutcome outcome = honest.submit(sent);
                            return outcome.answer().httpStatus() != 401
                                    ? outcome
                                    : SubmitOutcome.refused(
                                            outcome.reason().orElseThrow(),
                                            outcome.answer().withDetails("sent with " + settings.apiKey()),
                                            null);
                        }),
                        "theKeyIsNeverTold: a create answered with 401 .*"),
                Broken.of(
                        "tells the key in a cause",
                        Bends.look((honest, settings, id) -> {
                            try {
                                return honest.fetch(id);
                            } catch (ProtocolException e) {
                                throw new ProtocolException(
                                        String.valueOf(e.getMessage()),
                                        VendorAnswer.nothing(),
                                        new IllegalStateException(
                                                "look failed", new IOException("headers: " + settings.apiKey())));
                            }
                        }),
                        "theKeyIsNeverTold: a look answered with (200 .*|half an answer)"),
                Broken.of(
                        "logs the key of a refused look by SLF4J",
                        Bends.look((honest, settings, id) -> {
                            try {
                                return honest.fetch(id);
                            } catch (ProviderException no) {
                                if (no.reason() == RefusalReason.AUTHENTICATION) {
                                    LoggerFactory.getLogger("io.videojob.atelier.Wire")
                                            .debug("no ticket: {}", settings.apiKey());
                                }
                                throw no;
                            }
                        }),
                        "theKeyIsNeverTold: a look answered with 401 .*"),
                Broken.of(
                        "logs the key",
                        Bends.look((honest, settings, id) -> {
                            System.getLogger("atelier").log(System.Logger.Level.DEBUG, "GET with " + settings.apiKey());
                            return honest.fetch(id);
                        }),
                        "theKeyIsNeverTold: a look answered with .*"),
                Broken.of(
                        "has the key in its text",
                        (honest, settings) -> new Bent(honest) {
                            @Override
                            public String toString() {
                                return "Atelier[" + settings.apiKey() + "]";
                            }
                        },
                        "theKeyIsNeverTold: a provider as text"),
                Broken.of(
                        "follows a redirected look with the key",
                        Bends.look((honest, settings, id) -> {
                            try {
                                return honest.fetch(id);
                            } catch (ProviderException no) {
                                if (isRedirect(no.answer().orElseThrow())) {
                                    Rough.follow(settings, "/studio/films/contract-job");
                                }
                                throw no;
                            }
                        }),
                        // whether the one who follows tells it, too, depends on the JDK's client
                        "theKeyGoesToTheVendorOnly: a look answered 30. stays here"
                                + "|theKeyIsNeverTold: a look answered with a redirect with the key"),
                Broken.of(
                        "follows a redirected create with the key",
                        Bends.create((honest, settings, sent) -> {
                            SubmitOutcome outcome = honest.submit(sent);
                            if (outcome.kind() == Kind.REFUSED && isRedirect(outcome.answer())) {
                                Rough.followCreate(settings, "/studio/films");
                            }
                            return outcome;
                        }),
                        "aCreateIsSentOnceUnderEachFault: 30. to another host",
                        // whether the one who follows tells it, too, depends on the JDK's client
                        "theKeyGoesToTheVendorOnly: a create answered 30. stays here"
                                + "|theKeyIsNeverTold: a create answered with a redirect with the key"),
                Broken.of(
                        "believes a webhook without a signature",
                        Bends.webhook((honest, delivery, keys) -> honest.parseWebhook(
                                delivery,
                                delivery.header("Atelier-Seal").isEmpty()
                                        ? WebhookKeys.of(List.of(), keys.now(), keys.tolerance())
                                        : keys)),
                        "webhooksAreProvedOrRefused: no Atelier-Seal is refused",
                        "webhooksAreProvedOrRefused: no signature at all is refused"),
                Broken.of(
                        "believes a webhook of yesterday",
                        Bends.webhook((honest, delivery, keys) -> honest.parseWebhook(
                                delivery, WebhookKeys.of(keys.secrets(), keys.now(), Duration.ofDays(365)))),
                        "webhooksAreProvedOrRefused: (one second too old|a day old|from the future) is refused"),
                Broken.of(
                        "believes a webhook by the bare secret",
                        Bends.webhook((honest, delivery, keys) -> keys.secrets()
                                        .contains(
                                                delivery.header("Atelier-Seal").orElse(""))
                                ? WebhookEvent.of("41", "in the can", true)
                                : honest.parseWebhook(delivery, keys)),
                        "webhooksAreProvedOrRefused: the bare seal .*"),
                Broken.of(
                        "throws whatever comes when a webhook can't be read",
                        Bends.webhook((honest, delivery, keys) -> {
                            if (new String(delivery.body(), UTF_8).startsWith("<html>")) {
                                throw new IllegalArgumentException("no JSON");
                            }
                            return honest.parseWebhook(delivery, keys);
                        }),
                        "webhooksAreProvedOrRefused: the body 200 <html></html> is refused"),
                Broken.of(
                        "has one name, whatever the settings say",
                        (honest, settings) -> new Bent(honest) {
                            @Override
                            public String name() {
                                return "atelier";
                            }
                        },
                        "settingsMakeAProviderOrAreRefused: a provider has the name of its settings"));
    }

    private static boolean isRedirect(VendorAnswer answer) {
        return answer.httpStatus() / 100 == 3;
    }
}
