package io.videojob.architecture.api;

import java.util.List;
import java.util.stream.Stream;

/** A public type and its public and protected members, sorted. */
public record ApiType(String name, Signature head, List<Signature> members) {

    /** The type's own line, then its members'. */
    public Stream<Signature> signatures() {
        return Stream.concat(Stream.of(head), members.stream());
    }
}
