package io.videojob.sandbox;

import io.videojob.sandbox.internal.eachlabs.EachlabsProtocol;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.report.WebhookAttempt;
import io.videojob.sandbox.script.WebhookPayload;
import io.videojob.sandbox.script.WebhookSigning;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Eachlabs on loopback: {@code /v1/prediction}, executions, webhooks, {@code /v1/models}. It has every video model of the
 * vendor's list, and Kling O1 for pictures. Its documented limits are on.
 */
public final class EachlabsSandbox extends VendorSandbox {
    private final EachlabsProtocol protocol;

    private EachlabsSandbox(int port, Vendor vendor, EachlabsProtocol protocol, Elsewheres elsewhere) {
        super("eachlabs", port, vendor, protocol, elsewhere);
        this.protocol = protocol;
    }

    static EachlabsSandbox start(int port, Vendor vendor, Elsewheres elsewhere) {
        return new EachlabsSandbox(port, vendor, new EachlabsProtocol(vendor), elsewhere);
    }

    /** How webhooks prove themselves from now on; signed by default, when the create gave a secret. */
    public void webhookSigning(WebhookSigning signing) {
        protocol.webhooks().signing(signing);
    }

    /** Which of the documented bodies webhooks have from now on. */
    public void webhookPayload(WebhookPayload payload) {
        protocol.webhooks().payload(payload);
    }

    /**
     * Sends the webhook of a job once more, or before its time: it says how the job will end. Waits for the receiver, and
     * gives the status it answered, or 0. Throws {@link IllegalArgumentException} if there is no such job, or it was made
     * without {@code webhook_url}.
     */
    public int sendWebhookNow(String jobId) {
        return protocol.webhooks().sendNow(job(jobId));
    }

    /** Every attempt to deliver a webhook, in order. */
    public List<WebhookAttempt> webhookAttempts() {
        return protocol.webhooks().attempts();
    }

    /**
     * Adds a field to the model's {@code request_schema}, or replaces it; creates are checked against the new schema.
     * Throws {@link IllegalArgumentException} if the vendor has no such slug.
     *
     * @param schema JSON Schema: {@code Map.of("type", "string", "enum", List.of("5", "10"))}
     */
    public void putField(String slug, String field, Map<String, ?> schema) {
        vendor().models().change(slug, field, Map.copyOf(schema));
    }

    /**
     * Takes a field from the model's {@code request_schema}; creates that have it are refused. Throws
     * {@link IllegalArgumentException} if the vendor has no such slug, or the model no such field.
     */
    public void dropField(String slug, String field) {
        vendor().models().change(slug, field, null);
    }

    @Override
    String word(VendorJob job, Instant now) {
        return EachlabsProtocol.word(job, now);
    }

    /** The lines of {@code videojob.properties} that send a program here. */
    public List<String> properties() {
        return List.of(
                "videojob.provider.eachlabs.api-key = " + key(), "videojob.provider.eachlabs.base-url = " + baseUrl());
    }

    @Override
    void close() {
        super.close();
        protocol.webhooks().close();
    }
}
