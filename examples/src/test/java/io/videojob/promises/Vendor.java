package io.videojob.promises;

import io.videojob.VendorRef;
import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.script.AimlApiAnswers;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import java.util.Map;

/** The two vendors, by the names that routes use. */
enum Vendor {
    AIMLAPI("aimlapi"),
    EACHLABS("eachlabs");

    private final String key;

    Vendor(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    Vendor other() {
        return this == AIMLAPI ? EACHLABS : AIMLAPI;
    }

    VendorSandbox in(Sandbox sandbox) {
        return this == AIMLAPI ? sandbox.aimlapi() : sandbox.eachlabs();
    }

    VendorRef ref(String vendorJobId) {
        return VendorRef.of(key, vendorJobId);
    }

    /** What the vendor answers to too many creates in a time. */
    Answer tooManyRequests() {
        return this == AIMLAPI
                ? AimlApiAnswers.tooManyRequests()
                : EachlabsAnswers.modelPage(429, "rate limit", "slow down");
    }

    /** What it answers to a key that it doesn't know. */
    Answer unauthorized() {
        return this == AIMLAPI ? AimlApiAnswers.unauthorized() : EachlabsAnswers.unauthorized();
    }

    /** What it answers to an account without money. */
    Answer outOfCredits() {
        return this == AIMLAPI ? AimlApiAnswers.outOfCredits() : EachlabsAnswers.paymentRequired();
    }

    /** What it answers for a job that it doesn't know. */
    Answer notFound() {
        return this == AIMLAPI ? AimlApiAnswers.notFound() : EachlabsAnswers.predictionNotFound();
    }

    /** Its answer of status 500. */
    Answer broken() {
        return this == AIMLAPI ? AimlApiAnswers.internalError() : EachlabsAnswers.createFailed();
    }

    /** The model's input in the body of a create: beside the model at one, under a key of its own at the other. */
    Map<String, Object> input(Map<String, Object> body) {
        if (this == EACHLABS) {
            @SuppressWarnings("unchecked")
            Map<String, Object> input = (Map<String, Object>) body.get("input");
            return input;
        }
        Map<String, Object> input = new java.util.LinkedHashMap<>(body);
        input.remove("model");
        return input;
    }
}
