package io.videojob.sandbox.internal.eachlabs;

import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.Visit;
import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The vendor's storage (storage.mdx): an address is signed for each upload, and takes exactly what it was signed for. */
final class EachlabsUploads {
    static final String SIGN = "/v1/upload/presign";
    static final Pattern PUT = Pattern.compile("/storage/([^/]+)");

    private static final Duration OPEN_FOR = Duration.ofMinutes(15);
    private static final int MOST_BYTES = 100 * 1024 * 1024;
    private static final Set<Object> KINDS = Set.of("image", "video", "audio", "other");

    private final Vendor vendor;
    private final Map<String, Signed> signed = new ConcurrentHashMap<>();

    EachlabsUploads(Vendor vendor) {
        this.vendor = vendor;
    }

    private record Signed(String contentType, Instant until) {}

    Answer sign(Visit visit) {
        Map<String, @Nullable Object> wish = visit.request().json();
        boolean kindKnown = KINDS.contains(String.valueOf(wish.get("file_type")));
        if (!(wish.get("content_type") instanceof String type)
                || !kindKnown
                || !(wish.get("expires_in_seconds") instanceof Long kept)
                || kept < 60
                || kept > 31_536_000) {
            return EachlabsAnswers.badRequest();
        }
        String id = UUID.randomUUID().toString();
        signed.put(id, new Signed(type, vendor.pace().now().plus(OPEN_FOR)));
        return Answer.json(
                200,
                Json.write(Json.object(
                        "id",
                        id,
                        "presigned_url",
                        vendor.baseUrl() + "/storage/" + id + "?X-Amz-Signature=" + id.hashCode(),
                        "public_url",
                        "https://storage.eachlabs.example/" + id,
                        "expires_at",
                        vendor.pace().now().plusSeconds(kept).toString(),
                        "required_headers",
                        Json.object("x-amz-meta-file-id", id))));
    }

    Answer put(Visit visit) {
        RequestHead head = visit.head();
        Matcher path = PUT.matcher(head.path());
        String id = path.matches() ? path.group(1) : "";
        Signed expected = signed.get(id);
        boolean asSigned = expected != null
                && head.header("x-amz-meta-file-id").equals(Optional.of(id))
                && head.header("Content-Type").equals(Optional.of(expected.contentType()))
                && visit.request().bytes().length <= MOST_BYTES
                && !vendor.pace().now().isAfter(expected.until());
        return asSigned
                ? Answer.empty(200)
                : Answer.text(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
    }
}
