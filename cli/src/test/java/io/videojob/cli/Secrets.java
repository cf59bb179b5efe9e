package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What no run may ever print. Every output of every process that these tests start is searched for it. */
final class Secrets {
    static final String AIMLAPI_KEY = "aiml-key-not-to-be-printed";
    static final String EACHLABS_KEY = "smk_key-not-to-be-printed";
    static final String WEBHOOK_SECRET = "webhook-secret-not-to-be-printed";
    static final String SIGNED_INPUT = "signature-of-an-input-link";
    static final String SIGNED_OUTPUT = "signature-of-an-output-link";

    private static final List<String> ALL =
            List.of(AIMLAPI_KEY, EACHLABS_KEY, WEBHOOK_SECRET, SIGNED_INPUT, SIGNED_OUTPUT);

    private Secrets() {}

    /** The one place where a whole link belongs is {@code outputs[].url} of {@code --json}. */
    static void requireNone(String printed) {
        String searched = printed.replaceAll("\"url\":\"[^\"]*\"", "\"url\":…");
        assertThat(searched).doesNotContain(ALL);
    }
}
