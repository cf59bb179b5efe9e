package io.videojob.sandbox.internal.eachlabs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {
    /** Computed by hand from the rule in Eachlabs' api/webhooks/verifying-signatures, with another HMAC implementation. */
    @Test
    void itIsTheHmacOfStampDotBody() {
        String body = "{\"exec_id\":\"e1\",\"flow_id\":null,\"status\":\"succeeded\","
                + "\"output\":\"https://cdn-us.eachlabs.ai/uploads/a.mp4\",\"error\":\"\"}";
        assertThat(Signature.of("whsec_test", 1789994667, body))
                .isEqualTo("sha256=45977324eab4ccf48fa6587999ce60e9d457cc09b296b8e3a60d9af22bd5a40b");
    }
}
