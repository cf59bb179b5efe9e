package io.videojob.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResultsTest {
    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension(builder -> builder.runTime(Duration.ZERO));

    private String link = "";

    @BeforeEach
    void finishAJob(EachlabsSandbox vendor) {
        link = Caller.of(vendor).get("/v1/prediction/" + Samples.create(vendor)).string("output");
    }

    @Test
    void aResultIsServedToAnybodyWithTheLink(EachlabsSandbox vendor) {
        Reply file = Caller.withoutKey(vendor).get(link);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(file.header("Content-Length")).isEqualTo(String.valueOf(file.bytes().length));
        assertThat(file.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(vendor.requests(Operation.RESULT)).hasSize(1);
        assertThat(vendor.leakedKeys()).isEmpty();
        assertThat(Caller.withoutKey(vendor).get(link + "x").status()).isEqualTo(404);
    }

    @Test
    void twinJobsHaveDifferentResults(EachlabsSandbox vendor) {
        String other = Caller.of(vendor)
                .get("/v1/prediction/" + Samples.create(vendor))
                .string("output");
        Caller anybody = Caller.withoutKey(vendor);
        assertThat(anybody.get(other).bytes()).isNotEqualTo(anybody.get(link).bytes());
    }

    @Test
    void aKeyThatComesAlongIsNoticed(Sandbox sandbox) {
        Caller.of(sandbox.eachlabs()).get(link);
        Caller.withoutKey(sandbox.eachlabs(), "Authorization", "Bearer x").get(link);
        Caller.withoutKey(sandbox.eachlabs())
                .get(link + "?key=" + sandbox.eachlabs().key());
        assertThat(sandbox.eachlabs().leakedKeys()).hasSize(3);
        assertThat(sandbox.leakedKeys()).hasSize(3);
    }

    @Test
    void partsAreServedToResumeADownload(EachlabsSandbox vendor) {
        Reply whole = Caller.withoutKey(vendor).get(link);
        byte[] bytes = whole.bytes();
        String tag = whole.header("ETag");

        Reply rest = Caller.withoutKey(vendor, "Range", "bytes=100-", "If-Range", tag)
                .get(link);
        assertThat(rest.status()).isEqualTo(206);
        assertThat(rest.header("Content-Range")).isEqualTo("bytes 100-" + (bytes.length - 1) + "/" + bytes.length);
        assertThat(rest.bytes()).isEqualTo(Arrays.copyOfRange(bytes, 100, bytes.length));

        assertThat(part(vendor, "bytes=10-19")).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
        assertThat(part(vendor, "bytes=-5")).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 5, bytes.length));
        assertThat(part(vendor, "bytes=" + (bytes.length - 1) + "-99999999")).hasSize(1);
    }

    private byte[] part(EachlabsSandbox vendor, String range) {
        Reply part = Caller.withoutKey(vendor, "Range", range).get(link);
        assertThat(part.status()).isEqualTo(206);
        return part.bytes();
    }

    @Test
    void aPartOfAnotherVersionIsTheWholeFile(EachlabsSandbox vendor) {
        Reply file = Caller.withoutKey(vendor, "Range", "bytes=100-", "If-Range", "\"other\"")
                .get(link);
        assertThat(file.status()).isEqualTo(200);
    }

    @Test
    void aPartBeyondTheEndIs416(EachlabsSandbox vendor) {
        int length = Caller.withoutKey(vendor).get(link).bytes().length;
        Reply none = Caller.withoutKey(vendor, "Range", "bytes=" + length + "-").get(link);
        assertThat(none.status()).isEqualTo(416);
        assertThat(none.header("Content-Range")).isEqualTo("bytes */" + length);
    }

    @Test
    void anUnchangedFileNeedNotBeSentAgain(EachlabsSandbox vendor) {
        String tag = Caller.withoutKey(vendor).get(link).header("ETag");
        assertThat(Caller.withoutKey(vendor, "If-None-Match", tag).get(link).status())
                .isEqualTo(304);
    }

    @Test
    void aDownloadCanBeCutAndResumed(EachlabsSandbox vendor) {
        vendor.on(Operation.RESULT, Fault.cutInBody());
        assertThatExceptionOfType(Caller.NoReply.class)
                .isThrownBy(() -> Caller.withoutKey(vendor).get(link));
        assertThat(Caller.withoutKey(vendor).get(link).status()).isEqualTo(200);
    }
}
