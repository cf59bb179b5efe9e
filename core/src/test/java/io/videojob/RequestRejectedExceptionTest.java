package io.videojob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestRejectedExceptionTest {

    /** The message goes into logs: a novel for a prompt is not told again there. */
    @Test
    void aLongValueIsToldByItsBeginning() {
        String why = "has 100000 characters; at most 2500";
        Plan.Candidate north = new Plan.Candidate(
                "north",
                "a-model",
                List.of(FieldReport.refused("prompt", "Once upon a time " + "there was a raccoon ".repeat(5000), why)),
                Map.of(),
                null);

        RequestRejectedException told = new RequestRejectedException(new Plan("some/model", List.of(north, north)));

        assertThat(told).hasMessageContainingAll("prompt = Once upon a time there", "… refused: " + why);
        assertThat(told.getMessage()).hasSizeLessThan(500);
        assertThat(told.candidates().get(0).violations().get(0).value().orElseThrow())
                .hasSizeGreaterThan(100_000);
    }
}
