package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.internal.http.Exchange;
import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.internal.http.WireServer;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.FaultStep;
import io.videojob.sandbox.script.FaultStep.Arrival;
import io.videojob.sandbox.script.FaultStep.Work;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each request of a vendor through the fault that is scripted for it, or straight to the protocol. */
public final class VendorWire implements WireServer.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(VendorWire.class);

    private final Vendor vendor;
    private final Protocol protocol;
    private final Supplier<URI> elsewhere;
    private volatile CountDownLatch released = new CountDownLatch(1);

    public VendorWire(Vendor vendor, Protocol protocol, Supplier<URI> elsewhere) {
        this.vendor = vendor;
        this.protocol = protocol;
        this.elsewhere = elsewhere;
    }

    /** Lets every request go that hangs now; those that come later hang anew. */
    public synchronized void release() {
        released.countDown();
        released = new CountDownLatch(1);
    }

    @Override
    public void handle(Exchange exchange) throws IOException, InterruptedException {
        RequestHead head = exchange.head();
        Optional<Operation> operation =
                head.path().startsWith(FileShelf.FOLDER) ? Optional.of(Operation.RESULT) : protocol.operation(head);
        if (operation.isPresent()) {
            serve(operation.get(), exchange);
        } else {
            exchange.body();
            // counted as nothing; the operation only tells the protocol that this is no file
            Visit visit = visit(Operation.LOOK, head, received(head, new byte[0]));
            exchange.answer(fill(protocol.dress(protocol.noSuchPath(), visit, Optional.empty()), visit));
        }
    }

    private void serve(Operation operation, Exchange exchange) throws IOException, InterruptedException {
        CountDownLatch release = released; // taken before anybody can see the request and release it
        Optional<FaultStep> early = vendor.faults().beforeBody(operation);
        byte[] body = early.isPresent() ? new byte[0] : exchange.body();
        ReceivedRequest request = received(exchange.head(), body);
        int number = vendor.visits().arrived(operation, request);
        FaultStep step = early.orElseGet(() -> vendor.faults().next(operation, request));
        LOG.debug("{} at {}: {}", operation, vendor.baseUrl(), step);
        if (step.arrival() == Arrival.RESET) {
            exchange.reset();
        }
        if (step.arrival() != Arrival.READ) {
            return;
        }
        Visit visit = visit(operation, exchange.head(), request);
        if (step.work() != Work.BEFORE_PAUSE) {
            vendor.pace().pause(step.pause(), release);
        }
        Worked worked = step.work() == Work.NONE ? notWorked(step, visit) : work(visit);
        if (operation == Operation.CREATE) {
            vendor.visits().worked(number, worked);
        }
        if (step.work() == Work.BEFORE_PAUSE) {
            vendor.pace().pause(step.pause(), release);
        }
        Answer bare = step.answer().apply(worked.answer());
        Answer answer = fill(bare.isBare() ? bare : protocol.dress(bare, visit, worked.job()), visit);
        note(operation, number, step, answer);
        depart(step.departure(), answer, exchange, release);
    }

    private Worked work(Visit visit) throws InterruptedException {
        return visit.operation() == Operation.RESULT ? Worked.answer(file(visit)) : protocol.work(visit);
    }

    private Worked notWorked(FaultStep step, Visit visit) {
        if (step.departure() != FaultStep.Departure.NOTHING) {
            protocol.refusedByFault(visit);
        }
        return Worked.answer(Answer.empty(200));
    }

    private Answer file(Visit visit) {
        RequestHead head = visit.head();
        return vendor.files()
                .answer(
                        head.path(),
                        head.header("Range").orElse(null),
                        head.header("If-Range").orElse(null),
                        head.header("If-None-Match").orElse(null));
    }

    /** Noted before it leaves, so that a client that has the answer finds it noted. */
    private void note(Operation operation, int number, FaultStep step, Answer answer) {
        if (step.departure() == FaultStep.Departure.NOTHING) {
            return;
        }
        vendor.visits().answered(answer.status());
        if (operation == Operation.CREATE) {
            vendor.visits().answered(number, answer.status());
        }
    }

    private static void depart(FaultStep.Departure departure, Answer answer, Exchange exchange, CountDownLatch release)
            throws IOException, InterruptedException {
        int half = answer.body().length / 2;
        switch (departure) {
            case WHOLE -> exchange.answer(answer);
            case WHOLE_THEN_CLOSED -> exchange.answerAndVanish(answer);
            case NOTHING -> {} // the connection ends behind this
            case HEAD_ONLY -> exchange.answerPartly(answer, 0);
            case HALF_BODY -> exchange.answerPartly(answer, half);
            case HALF_BODY_THEN_SILENCE -> {
                exchange.answerPartly(answer, half);
                release.await();
            }
        }
    }

    private ReceivedRequest received(RequestHead head, byte[] body) {
        return new ReceivedRequest(
                head.method(),
                head.target(),
                head.headers(),
                body,
                vendor.pace().now());
    }

    private static Visit visit(Operation operation, RequestHead head, ReceivedRequest request) {
        return new Visit(operation, head, request, UUID.randomUUID().toString());
    }

    private Answer fill(Answer answer, Visit visit) {
        return Filling.fill(answer, visit, vendor.pace().now(), elsewhere.get());
    }
}
