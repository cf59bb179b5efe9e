package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.videojob.ProviderException;
import io.videojob.VendorAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorBodyTest {

    /** Body, then code, message, details, request id. */
    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("{\"error\":\"no\"}", null, "no", null, null),
                shape("{\"error\":{\"message\":\"no\"}}", null, "no", null, null),
                shape("{\"error\":{\"code\":\"E1\",\"message\":\"no\"}}", "E1", "no", null, null),
                shape("{\"message\":\"no\"}", null, "no", null, null),
                shape("{\"status\":\"error\",\"message\":\"no\",\"details\":\"why\"}", null, "no", "why", null),
                shape("{\"status\":400,\"error\":\"no\",\"details\":\"why\"}", null, "no", "why", null),
                shape(
                        "{\"status\":400,\"error\":\"no\",\"details\":[\"a\",{\"message\":\"b\"}]}",
                        null,
                        "no",
                        "a; b",
                        null),
                shape("{\"status\":400,\"error\":\"no\",\"details\":{\"x\":1}}", null, "no", "{\"x\":1}", null),
                shape("{\"error\":\"\",\"message\":\" \",\"details\":\"why\"}", null, "why", null, null),
                shape("{\"error\":null,\"message\":\"no\"}", null, "no", null, null),
                shape("{\"error\":true,\"message\":\"no\"}", null, "no", null, null),
                shape(
                        "{\"statusCode\":\"400\",\"message\":\"no\",\"path\":\"/x\",\"requestId\":\"r1\"}",
                        null,
                        "no",
                        null,
                        "r1"),
                shape(
                        "{\"title\":\"Bad\",\"status\":400,\"message\":\"no\",\"requestId\":\"r1\","
                                + "\"error\":{\"name\":\"BadException\",\"message\":\"no\"}}",
                        "BadException",
                        "no",
                        "Bad",
                        "r1"),
                shape("{\"type\":\"about:blank\",\"title\":\"Bad\",\"detail\":\"no\"}", null, "no", "Bad", null),
                shape("{\"code\":400,\"message\":\"no\"}", null, "no", null, null),
                shape("{\"code\":4711,\"message\":\"no\"}", "4711", "no", null, null),
                shape("{\"error_code\":\"E1\",\"error_message\":\"no\"}", "E1", "no", null, null),
                shape(
                        "{\"detail\":[{\"loc\":[\"body\",\"x\"],\"msg\":\"no\",\"type\":\"missing\"}]}",
                        "missing",
                        "no",
                        null,
                        null),
                shape("[\"a\",\"b\"]", null, "a; b", null, null),
                shape("\"no\"", null, "no", null, null),
                shape("no luck", null, "no luck", null, null),
                shape("{}", null, "Client Error", null, null),
                shape("", null, "Client Error", null, null),
                shape("null", null, "Client Error", null, null),
                shape("{\"error\":{}}", null, "Client Error", null, null),
                shape("{\"error\":\"no", null, "{\"error\":\"no", null, null),
                shape("<html><h1>400</h1></html>", null, "Client Error", null, null));
    }

    private static Arguments shape(String body, String code, String message, String details, String requestId) {
        return Arguments.of(body, code, message, details, requestId);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void readsEveryShape(String body, String code, String message, String details, String requestId)
            throws IOException {
        VendorAnswer answer = answerTo(new MockResponse().setResponseCode(400).setBody(body));

        assertThat(answer.httpStatus()).isEqualTo(400);
        assertThat(answer.code().orElse(null)).isEqualTo(code);
        assertThat(answer.message().orElse(null)).isEqualTo(message);
        assertThat(answer.details().orElse(null)).isEqualTo(details);
        assertThat(answer.requestId().orElse(null)).isEqualTo(requestId);
    }

    @Test
    void theRequestIdMayBeAHeader() throws IOException {
        VendorAnswer answer = answerTo(new MockResponse()
                .setResponseCode(502)
                .setHeader("X-Request-Id", "r2")
                .setBody("<p>"));

        assertThat(answer.requestId()).contains("r2");
    }

    private static VendorAnswer answerTo(MockResponse response) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(response);
            try (VendorHttp http = Acme.at(server.url("/").uri()).build()) {
                return catchThrowableOfType(ProviderException.class, () -> Acme.look(http))
                        .answer()
                        .orElseThrow();
            }
        }
    }

    @Test
    void readsTheWordsAboutAFailedJob() {
        assertThat(ErrorBody.ofJob(Map.of("name", "E", "message", "no"))).hasToString("[E] no");
        assertThat(ErrorBody.ofJob("no")).hasToString("no");
        assertThat(ErrorBody.ofJob(Map.of("detail", List.of(Map.of("msg", "no", "type", "face")))))
                .hasToString("[face] no");
        assertThat(ErrorBody.ofJob(Map.of("error", "generic", "error_code", "E", "error_message", "exact")))
                .hasToString("[E] exact");
        assertThat(ErrorBody.ofJob(null)).hasToString("no words");
        assertThat(ErrorBody.ofJob("{\"code\":\"E\",\"message\":\"no\"}")).hasToString("[E] no");
        assertThat(ErrorBody.ofJob("", null, Map.of(), "first", "second", "third"))
                .hasToString("first (second; third)");
    }

    @Test
    void findsWordsInCodeMessageAndDetailsWhateverTheirCase() {
        ErrorBody body = ErrorBody.ofJob(Map.of("name", "ContentPolicy", "message", "Blocked"));

        assertThat(body.says("contentpolicy")).isTrue();
        assertThat(body.says("nothing", "BLOCK")).isTrue();
        assertThat(body.says("null")).isFalse();
    }
}
