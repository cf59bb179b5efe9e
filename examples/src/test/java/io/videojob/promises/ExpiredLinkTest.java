package io.videojob.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoJob;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Links die before jobs do. */
class ExpiredLinkTest {
    private static final String OLD = ".mp4?old=1";

    @RegisterExtension
    final World world = new World();

    @ParameterizedTest
    @EnumSource
    void aLinkThatIsNotGoodAnyMoreIsAskedForAnewAndKept(Vendor vendor) throws Exception {
        world.at(vendor)
                .on(Operation.LOOK, Fault.garble(ExpiredLinkTest::old).always().when(request -> isNotAskedFor(vendor)));
        world.at(vendor).on(Operation.RESULT, Fault.answer(Answer.empty(403)));
        VideoJob job = world.open(vendor).submit(Requests.raccoon());

        world.assertDelivered(job);
        assertThat(world.at(vendor).requests(Operation.RESULT))
                .extracting(request -> request.target().contains("old=1"))
                .containsExactly(true, false);
        assertThat(job.snapshot().outputs())
                .allSatisfy(output -> assertThat(output.uri()).doesNotContain("old"));
        assertThat(job.explain().toString()).contains("fresh links from " + vendor.key());
        world.assertOneCreateOneBill(vendor);
    }

    private boolean isNotAskedFor(Vendor vendor) {
        return world.at(vendor).requests(Operation.RESULT).isEmpty();
    }

    private static Answer old(Answer own) {
        return own.body(own.bodyText().replace(".mp4\"", OLD + "\"").getBytes(UTF_8));
    }
}
