package io.videojob.http;

import io.videojob.ProviderException;
import io.videojob.VendorAnswer;
import io.videojob.VideoJobException;
import io.videojob.spi.CancelOutcome;
import java.util.Set;
import retrofit2.Call;

/** Sends the wish to stop a job. */
public final class Cancels {
    private Cancels() {}

    /**
     * Accepted, if the vendor answers well, with a body or without; what became of the job a later look tells.
     *
     * @param call from {@link VendorHttp#reads}
     * @param tooLate the HTTP statuses by which this vendor says that the job had ended
     * @throws VideoJobException as {@link Reads#response}
     */
    public static CancelOutcome send(Call<?> call, ErrorTable table, Set<Integer> tooLate) {
        try {
            Object unused = Reads.response(call, table);
            return CancelOutcome.accepted();
        } catch (ProviderException no) {
            VendorAnswer answer = no.answer().orElseGet(VendorAnswer::nothing);
            if (tooLate.contains(answer.httpStatus())) {
                return CancelOutcome.of(CancelOutcome.Kind.TOO_LATE, answer);
            }
            throw no;
        }
    }
}
