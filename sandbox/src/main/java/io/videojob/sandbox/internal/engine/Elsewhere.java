package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.internal.http.Exchange;
import io.videojob.sandbox.internal.http.WireServer;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.time.SandboxClock;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The host that redirects lead to. It takes everything, and remembers it. */
public final class Elsewhere implements WireServer.Handler {
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final SandboxClock clock;

    public Elsewhere(SandboxClock clock) {
        this.clock = clock;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        requests.add(new ReceivedRequest(
                exchange.head().method(),
                exchange.head().target(),
                exchange.head().headers(),
                exchange.body(),
                clock.now()));
        exchange.answer(Answer.json(200, "{}"));
    }

    public List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }
}
