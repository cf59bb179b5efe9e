package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Operation;
import java.util.Optional;

/** How one vendor speaks: its paths, bodies and headers. */
public interface Protocol {
    /** What the request wants; empty if the vendor has no such path. */
    Optional<Operation> operation(RequestHead head);

    /** Does it. May wait, if the vendor's answer waits for the job. */
    Worked work(Visit visit) throws InterruptedException;

    /** The answer to a path nobody has. */
    Answer noSuchPath();

    /** Adds the headers the vendor puts on every answer. */
    Answer dress(Answer answer, Visit visit, Optional<VendorJob> job);

    /** A fault has answered a request in the vendor's place; some vendors keep a record of it. */
    default void refusedByFault(Visit visit) {}
}
