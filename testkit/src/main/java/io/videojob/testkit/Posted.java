package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.VideoJobException;
import io.videojob.WebhookRejectedException;
import io.videojob.spi.SubmitOutcome;
import io.videojob.testkit.VendorServer.Play;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** Webhooks are believed when they are proved, and refused aloud otherwise; also by a vendor that sends none. */
final class Posted {
    private static final String PATH = "/hooks/contract-token";
    private static final String SECRET = "contract-secret-77ab01";
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Bench bench;

    Posted(Bench bench) {
        this.bench = bench;
    }

    Stream<DynamicTest> all() {
        Documented.Webhooks webhooks = bench.script.webhooks;
        if (webhooks == null) {
            return Stream.of(
                    dynamicTest("the traits say that there are none", () -> traits(false)),
                    dynamicTest("a delivery is refused", () -> refused(unsigned("{\"id\":\"1\"}"), keys())),
                    dynamicTest(
                            "a signed delivery is refused",
                            () -> refused(
                                    WebhookSigning.hmacSha256("Signature", "Timestamp", "")
                                            .signForTest(PATH, "{\"id\":\"1\"}", SECRET, NOW),
                                    keys(SECRET))));
        }
        Signed signed = new Signed(webhooks);
        return Stream.of(
                        Stream.of(
                                dynamicTest("the traits say that there are some", () -> traits(true)),
                                dynamicTest("a create says where to post and what to sign with", signed::asked)),
                        signed.good(),
                        signed.forged(),
                        signed.replayed(),
                        signed.downgraded(),
                        signed.unreadable())
                .flatMap(tests -> tests);
    }

    private void traits(boolean expected) {
        boolean webhooks = bench.provider.traits().webhooks();
        Check.expect(webhooks == expected, "traits().webhooks() is " + expected, webhooks);
    }

    private static WebhookKeys keys(String... secrets) {
        return WebhookKeys.of(List.of(secrets), NOW, TOLERANCE);
    }

    private static WebhookDelivery unsigned(String body) {
        return WebhookDelivery.of(PATH, Map.of(), body.getBytes(UTF_8));
    }

    private void refused(WebhookDelivery delivery, WebhookKeys keys) {
        VideoJobException thrown =
                Check.refusal("a WebhookRejectedException", () -> bench.provider.parseWebhook(delivery, keys));
        Check.expect(thrown instanceof WebhookRejectedException, "a WebhookRejectedException", thrown);
        Check.expect(!Check.trace(thrown).contains(SECRET), "no secret in what it tells", thrown);
    }

    /** The cases of a vendor that posts. */
    private final class Signed {
        private final Documented.Webhooks said;
        private final WebhookSigning signing;
        private final boolean signs;

        Signed(Documented.Webhooks said) {
            this.said = said;
            this.signing = said.signing();
            this.signs = !signing.headers(new byte[0], SECRET, NOW).isEmpty();
        }

        void asked() {
            URI url = URI.create("https://hooks.example.com/videojob/contract-token");
            Play play = bench.answers(bench.script.accepted.answer());
            SubmitOutcome unused = Check.outcome(() -> bench.provider.submit(
                    bench.submission(bench.sample()).webhook(url, SECRET).build()));
            VendorRequest sent = play.requests().get(0);
            String all = sent.target()
                    + sent.headers()
                    + sent.json().map(Json::write).orElse(sent.body());
            Check.expect(all.contains(url.toString()), "the address " + url + " in the create", all);
            Check.expect(all.contains(SECRET) == signs, "the secret in the create: " + signs, all);
        }

        Stream<DynamicTest> good() {
            Stream<DynamicTest> proved = Stream.of(keys(SECRET), keys("a-newer-secret", SECRET), keys(SECRET, "older"))
                    .map(keys -> dynamicTest(
                            "a delivery as documented, with " + keys,
                            signs
                                    ? () -> read(signed(said.body(), SECRET, NOW), keys, true)
                                    : () -> refused(signed(said.body(), SECRET, NOW), keys)));
            return Stream.concat(
                    proved,
                    Stream.of(dynamicTest(
                            "a delivery where there is no secret counts as not signed",
                            () -> read(signed(said.body(), SECRET, NOW), keys(), false))));
        }

        private void read(WebhookDelivery delivery, WebhookKeys keys, boolean isSigned) {
            Object came = Check.typed(() -> bench.provider.parseWebhook(delivery, keys));
            boolean right = came instanceof WebhookEvent event
                    && event.vendorJobId().equals(said.id())
                    && event.vendorStatus().equals(said.word())
                    && event.isSigned() == isSigned;
            Check.expect(right, said.id() + " " + said.word() + (isSigned ? ", signed" : ", not signed"), came);
        }

        Stream<DynamicTest> forged() {
            Map<String, WebhookDelivery> all = new LinkedHashMap<>();
            all.put("a body that was changed", with(said.body() + " ", headers(said.body(), SECRET, NOW)));
            all.put("a signature by another secret", signed(said.body(), "another-secret", NOW));
            headers(said.body(), SECRET, NOW).forEach((name, value) -> {
                all.put("an empty " + name, changed(name, ""));
                all.put("no " + name, changed(name, null));
                all.put("another " + name, changed(name, other(value)));
            });
            return signs ? Stream.concat(refusals(all), Stream.of(blankSecret())) : refusals(all);
        }

        /** Anybody can sign with it. */
        private DynamicTest blankSecret() {
            return dynamicTest(
                    "a signature by a blank secret is refused, though it is the one that is set",
                    () -> refused(signed(said.body(), " ", NOW), keys(" ")));
        }

        /** A digit or letter of it is another one. */
        private String other(String value) {
            int last = value.length() - 1;
            return value.substring(0, last) + (value.charAt(last) == '1' ? '2' : '1');
        }

        Stream<DynamicTest> replayed() {
            WebhookDelivery old = signed(said.body(), SECRET, NOW.minus(Duration.ofDays(1)));
            if (signs && isTimeless()) {
                return Stream.of(dynamicTest(
                        "this vendor's proof has no time: a delivery a day old is believed, as a new one",
                        () -> read(old, keys(SECRET), true)));
            }
            Map<String, WebhookDelivery> all = new LinkedHashMap<>();
            all.put(
                    "one second too old",
                    signed(said.body(), SECRET, NOW.minus(TOLERANCE).minusSeconds(1)));
            all.put("a day old", old);
            all.put(
                    "from the future",
                    signed(said.body(), SECRET, NOW.plus(TOLERANCE).plusSeconds(1)));
            return refusals(all);
        }

        private boolean isTimeless() {
            return headers(said.body(), SECRET, NOW)
                    .equals(headers(said.body(), SECRET, NOW.minus(Duration.ofDays(1))));
        }

        Stream<DynamicTest> downgraded() {
            Map<String, WebhookDelivery> all = new LinkedHashMap<>();
            all.put("no signature at all", unsigned(said.body()));
            said.weak().forEach((name, weak) -> {
                all.put(name, weak.signForTest(PATH, said.body(), SECRET, NOW));
                Map<String, String> both = new LinkedHashMap<>(headers(said.body(), "another-secret", NOW));
                both.putAll(weak.headers(said.body().getBytes(UTF_8), SECRET, NOW));
                all.put(name + " beside a wrong signature", with(said.body(), both));
            });
            return refusals(all);
        }

        Stream<DynamicTest> unreadable() {
            String half = said.body().substring(0, said.body().length() / 2);
            String withoutId = Documented.swapped(said.body(), said.id(), "");
            Map<String, WebhookDelivery> all = new LinkedHashMap<>();
            Stream.of("", "null", "[]", "7", "{}", "<html></html>", half, withoutId)
                    .forEach(body -> all.put("the body " + Answer.ok(body), signed(body, SECRET, NOW)));
            all.put("ten thousand lists in each other", signed("[".repeat(10_000), SECRET, NOW));
            return refusals(all);
        }

        private Stream<DynamicTest> refusals(Map<String, WebhookDelivery> all) {
            return all.entrySet().stream()
                    .map(entry ->
                            dynamicTest(entry.getKey() + " is refused", () -> refused(entry.getValue(), keys(SECRET))));
        }

        private Map<String, String> headers(String body, String secret, Instant at) {
            return signing.headers(body.getBytes(UTF_8), secret, at);
        }

        private WebhookDelivery signed(String body, String secret, Instant at) {
            return signing.signForTest(PATH, body, secret, at);
        }

        private WebhookDelivery changed(String header, @Nullable String value) {
            Map<String, String> changed = new LinkedHashMap<>(headers(said.body(), SECRET, NOW));
            changed.remove(header);
            if (value != null) {
                changed.put(header, value);
            }
            return with(said.body(), changed);
        }

        private WebhookDelivery with(String body, Map<String, String> headers) {
            Map<String, List<String>> lists = new LinkedHashMap<>();
            headers.forEach((name, value) -> lists.put(name, List.of(value)));
            return WebhookDelivery.of(PATH, lists, body.getBytes(UTF_8));
        }
    }
}
