package io.videojob.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Billing;
import io.videojob.ProviderException;
import io.videojob.spi.Lookup;
import io.videojob.spi.VendorState;
import java.util.HashMap;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The look for a create whose answer was lost. */
class LocateTest {
    private final ScriptedVendor vendor = new ScriptedVendor();

    @AfterEach
    void close() {
        vendor.close();
    }

    private Lookup locate() {
        return vendor.aimlapi.locate(ScriptedVendor.video().build(), id -> false);
    }

    private Lookup locateSuspecting(String id) {
        return vendor.aimlapi.locate(ScriptedVendor.video().suspectedId(id).build(), claimed -> false);
    }

    private static String ours(String status) {
        return Bodies.log(
                Map.of("client_request_id", ScriptedVendor.TAG, "inference_id", "inf-9", "status", status), false);
    }

    @Test
    void aSuspectedIdThatAPollKnowsIsTheJob() {
        vendor.answers(200, Bodies.body("answers/queued"));

        assertThat(locateSuspecting("6a3ada23:klingai/o1").ids()).containsExactly("6a3ada23:klingai/o1");
        assertThat(vendor.request().getPath()).endsWith("?generation_id=6a3ada23%3Aklingai%2Fo1");
        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"404, errors/502-html", "200, answers/unknown-error", "500, errors/500-internal", "200, errors/502-html"
    })
    void aSuspectedIdThatNoPollConfirmsLeavesItToTheLog(int status, String poll) {
        vendor.answers(status, Bodies.body(poll)).answers(200, ours("succeeded"));

        assertThat(locateSuspecting("inf-1").ids()).containsExactly("inf-9");
    }

    @Test
    void aSuspectedIdThatIsAnotherJobsIsNoSuspect() {
        vendor.answers(200, ours("succeeded"));

        Lookup lookup = vendor.aimlapi.locate(
                ScriptedVendor.video().suspectedId("inf-1").build(), "inf-1"::equals);

        assertThat(lookup.ids()).containsExactly("inf-9");
    }

    @Test
    void theLogOfTheTimeAroundTheSendIsReadForBothOutcomes() {
        vendor.answers(200, ours("succeeded"));

        assertThat(locate().ids()).containsExactly("inf-9");
        assertThat(vendor.request().getPath())
                .isEqualTo(
                        "/v2/logs?status=succeeded&status=failed&limit=100&start=2025-12-31T23%3A45%3A00Z&end=2026-01-01T00%3A15%3A00Z&offset=0");
    }

    /** However many rows a page has, none is passed over. */
    @Test
    void theLogIsReadPageByPage() {
        vendor.answers(200, Bodies.log(Map.of(), true))
                .answers(200, Bodies.log(Map.of(), true))
                .answers(200, ours("succeeded"));

        assertThat(locate().ids()).containsExactly("inf-9");
        vendor.request();
        vendor.request();
        assertThat(vendor.request().getPath()).endsWith("&offset=4");
    }

    @Test
    void aLogWithoutOurTagProvesNothing() {
        vendor.answers(200, Bodies.body("answers/logs"));

        assertThat(locate().kind()).isEqualTo(Lookup.Kind.NOT_SEEN);
        assertThat(vendor.aimlapi.traits().absenceProvesAfter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":null}", "{}", "{\"pagination\":{\"has_more\":false}}"})
    void anAnswerThatHoldsNoLogProvesNothing(String body) {
        vendor.answers(200, body);

        assertThatThrownBy(this::locate).isInstanceOf(io.videojob.ProtocolException.class);
    }

    @Test
    void aSucceededVideoWithoutAnIdIsMadeAndPaidForButCanNotBeTold() {
        Map<String, Object> row = new HashMap<>(Map.of("client_request_id", ScriptedVendor.TAG, "status", "succeeded"));
        row.put("inference_id", null);
        vendor.answers(200, Bodies.log(row, false));

        assertThat(locate().kind()).isEqualTo(Lookup.Kind.CAN_NOT_TELL);
    }

    @Test
    void anEmptyLogEndsTheSearch() {
        vendor.answers(200, "{\"data\":[],\"pagination\":{\"has_more\":true}}");

        assertThat(locate().kind()).isEqualTo(Lookup.Kind.NOT_SEEN);
    }

    @Test
    void anEndlessLogTellsNothing() {
        for (int page = 0; page < 20; page++) {
            vendor.answers(200, Bodies.log(Map.of(), true));
        }

        assertThat(locate().kind()).isEqualTo(Lookup.Kind.CAN_NOT_TELL);
        assertThat(vendor.server.getRequestCount()).isEqualTo(20);
    }

    @Test
    void aRowWithoutATagIsNotOurs() {
        Map<String, Object> untagged = new HashMap<>();
        untagged.put("client_request_id", null);
        vendor.answers(200, Bodies.log(untagged, false));

        assertThat(locate().kind()).isEqualTo(Lookup.Kind.NOT_SEEN);
    }

    @Test
    void aFailedRowWhoseIdAPollKnowsIsTheFailedJob() {
        vendor.answers(200, ours("failed")).answers(200, Bodies.body("answers/error-detail"));

        assertThat(locate().ids()).containsExactly("inf-9");
    }

    /** Refused requests are listed too. The tag is of this send alone, so the row settles it: nothing was made or billed. */
    @Test
    void aFailedRowWhoseIdNoPollKnowsIsACreateThatWasRefused() {
        vendor.answers(200, ours("failed")).answers(404, "");

        VendorState state = vendor.aimlapi.fetch(locate().ids().get(0));

        assertThat(state.phase()).isEqualTo(VendorState.Phase.FAILED);
        assertThat(state.billing()).contains(Billing.NOT_BILLED);
        assertThat(vendor.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aFailedRowWithoutAnIdIsACreateThatWasRefused() {
        Map<String, Object> row = new HashMap<>(Map.of("client_request_id", ScriptedVendor.TAG, "status", "failed"));
        row.put("inference_id", null);
        vendor.answers(200, Bodies.log(row, false));

        assertThat(vendor.aimlapi.fetch(locate().ids().get(0)).billing()).contains(Billing.NOT_BILLED);
    }

    @Test
    void aFailedRowWhosePollFailsSettlesNothing() {
        vendor.answers(200, ours("failed")).answers(503, Bodies.body("errors/503-unavailable"));

        assertThatThrownBy(this::locate).isInstanceOf(ProviderException.class);
    }

    @Test
    void aLogThatCannotBeReadIsAFailedLook() {
        vendor.answers(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

        assertThatThrownBy(this::locate).isInstanceOf(io.videojob.TransportException.class);
    }
}
