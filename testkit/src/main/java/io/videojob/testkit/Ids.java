package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.VideoJobException;
import io.videojob.spi.SubmitOutcome;
import io.videojob.testkit.VendorServer.Play;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A vendor's id may hold anything, and means nothing; only dots alone may be refused, because no path can hold them. */
final class Ids {
    private static final String PLAIN = "contractjob0";
    private static final List<String> ODD = List.of(
            "88a6:kling/v2 master?x=1&y=ü",
            "a/b",
            "a%2Fb",
            "a+b c",
            "a#b;c=d",
            "..",
            ".",
            "../a",
            "https://example.com/1",
            "Ω≈ç√ 雪",
            "{id}",
            "a\\b\"c");

    private static final Set<String> DOTS = Set.of(".", "..");

    private final Bench bench;

    Ids(Bench bench) {
        this.bench = bench;
    }

    Stream<DynamicTest> all() {
        return ODD.stream()
                .flatMap(id -> Stream.of(
                        dynamicTest("a create gives " + id, () -> ofCreate(id)),
                        dynamicTest("a look asks for " + id, () -> ofLook(id))));
    }

    private void ofCreate(String id) {
        SubmitOutcome outcome = bench.create(bench.script.accepted.with(id));
        Check.expect(outcome.vendorJobId().equals(Optional.of(id)), "the id " + id, outcome.vendorJobId());
    }

    private void ofLook(String id) {
        VendorRequest plain = asked(PLAIN).orElseThrow();
        Play play = bench.answers(bench.finished());
        Object came = Check.typed(() -> bench.provider.fetch(id));
        if (play.requests().isEmpty()) {
            boolean mayBeRefused = DOTS.contains(id);
            Check.expect(
                    mayBeRefused && came instanceof VideoJobException,
                    "a look at " + id + " that is sent" + (mayBeRefused ? ", or refused with a VideoJobException" : ""),
                    came);
            return;
        }
        VendorRequest odd = play.requests().get(0);
        String read = odd.target().equals(plain.target()) ? inBody(odd) : inTarget(plain.target(), odd.target());
        Check.expect(read.equals(id), "the vendor reads the id " + id, read + " in " + odd.target());
    }

    private Optional<VendorRequest> asked(String id) {
        Play play = bench.answers(bench.finished());
        bench.provider.fetch(id);
        return play.requests().stream().findFirst();
    }

    private static String inBody(VendorRequest request) {
        StringBuilder texts = new StringBuilder();
        Json.leaves(request.json().orElse(""), leaf -> {
            texts.append(leaf);
            return leaf;
        });
        return texts.toString();
    }

    /** What a vendor reads where the plain id stood. */
    private static String inTarget(String plain, String odd) {
        int start = plain.indexOf(PLAIN);
        Check.expect(start >= 0, "the id " + PLAIN + " in the look's address", plain);
        String after = plain.substring(start + PLAIN.length());
        boolean framed = odd.length() >= start + after.length()
                && odd.startsWith(plain.substring(0, start))
                && odd.endsWith(after);
        Check.expect(framed, "the same address around the id as in " + plain, odd);
        String written = odd.substring(start, odd.length() - after.length());
        boolean inQuery = plain.substring(0, start).contains("?");
        String breaksOut = inQuery ? "&#" : "/?#";
        Check.expect(
                written.chars().noneMatch(c -> c <= ' ' || c > '~' || breaksOut.indexOf(c) >= 0),
                "the id percent-encoded as one " + (inQuery ? "parameter" : "part of the path"),
                odd);
        String read = decoded(inQuery ? written.replace('+', ' ') : written);
        Check.expect(inQuery || !DOTS.contains(read), "an id of dots refused, because no path can hold it", odd);
        return read;
    }

    private static String decoded(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < written.length(); i++) {
            boolean escape = written.charAt(i) == '%' && i + 2 < written.length();
            bytes.write(escape ? Integer.parseInt(written.substring(i + 1, i + 3), 16) : written.charAt(i));
            i += escape ? 2 : 0;
        }
        return bytes.toString(UTF_8);
    }
}
