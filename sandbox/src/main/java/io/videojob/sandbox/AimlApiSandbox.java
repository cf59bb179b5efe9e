package io.videojob.sandbox;

import io.videojob.sandbox.internal.aimlapi.AimlApiProtocol;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * AI/ML API on loopback: {@code /v2/video/generations}, {@code /v1/images/generations}, {@code /v2/logs}, {@code /v1/models}. It has every
 * video model of the vendor's documents, and Kling Image O1. A refused body
 * is also explained in a header of the sandbox's own, {@code X-Sandbox-Problems}, because the vendor's hints name no
 * field.
 */
public final class AimlApiSandbox extends VendorSandbox {
    private final AimlApiProtocol protocol;

    private AimlApiSandbox(int port, Vendor vendor, AimlApiProtocol protocol, Elsewheres elsewhere) {
        super("aimlapi", port, vendor, protocol, elsewhere);
        this.protocol = protocol;
    }

    static AimlApiSandbox start(int port, Vendor vendor, Elsewheres elsewhere) {
        return new AimlApiSandbox(port, vendor, new AimlApiProtocol(vendor), elsewhere);
    }

    /** How long after its job's end a row appears in the logs, in the vendor's time; at once by default. */
    public void logDelay(Duration vendorTime) {
        protocol.logs().delay(vendorTime);
    }

    /** How long the answer to a picture's create takes, in the vendor's time; none by default. */
    public void imageTime(Duration vendorTime) {
        protocol.imageTime(vendorTime);
    }

    /**
     * Puts the model into the vendor's deprecations. With a date the list drops it at once, as the vendor's does, and it
     * serves until that day begins (UTC); from then on it is withdrawn, and creates of it get a 404. Without one it is
     * listed and serves. Throws {@link IllegalArgumentException} if the vendor has no such slug.
     *
     * @param shutdownAt the first day without it; null if none is named yet
     * @param replacedBy the slug to use instead; null if there is none
     */
    public void deprecate(String slug, @Nullable LocalDate shutdownAt, @Nullable String replacedBy) {
        vendor().models().deprecate(slug, shutdownAt, replacedBy);
    }

    /**
     * Folds the model into another: from now on its slug is an alias of that one, and serves for good. Throws
     * {@link IllegalArgumentException} if the vendor lacks either.
     */
    public void supersede(String slug, String replacedBy) {
        vendor().models().supersede(slug, replacedBy);
    }

    @Override
    String word(VendorJob job, Instant now) {
        return AimlApiProtocol.word(job, now);
    }

    /** The lines of {@code videojob.properties} that send a program here. */
    public List<String> properties() {
        return List.of(
                "videojob.provider.aimlapi.api-key = " + key(), "videojob.provider.aimlapi.base-url = " + baseUrl());
    }
}
