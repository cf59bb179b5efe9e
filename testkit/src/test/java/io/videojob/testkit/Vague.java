package io.videojob.testkit;

import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.spi.VideoProvider;
import java.util.List;
import java.util.function.Predicate;

/** An honest provider of a vendor whose list doesn't say whose job is whose. */
class Vague extends Bent {

    Vague(VideoProvider honest) {
        super(honest);
    }

    @Override
    public Lookup locate(Submission submission, Predicate<String> claimed) {
        Lookup lookup = honest.locate(submission, claimed);
        List<String> free = lookup.ids().stream().filter(claimed.negate()).toList();
        return lookup.kind() == Lookup.Kind.FOUND ? Lookup.candidates(free) : lookup;
    }
}
