package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.internal.schema.Problem;
import io.videojob.sandbox.report.Create;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every request that came, in the order of arrival, and what became of the creates. */
public final class VisitBook {
    private final Map<Operation, List<ReceivedRequest>> requests = new EnumMap<>(Operation.class);
    private final List<Create> creates = new ArrayList<>();
    private int tooManyRequests;

    /** Notes the request; gives the number of a create. */
    synchronized int arrived(Operation operation, ReceivedRequest request) {
        requests.computeIfAbsent(operation, key -> new ArrayList<>()).add(request);
        if (operation == Operation.CREATE) {
            creates.add(new Create(creates.size() + 1, request, Optional.empty(), 0, List.of()));
        }
        return creates.size();
    }

    synchronized void worked(int number, Worked worked) {
        Create create = creates.get(number - 1);
        List<String> problems =
                worked.problems().stream().map(Problem::toString).toList();
        replace(new Create(number, create.request(), worked.job().map(VendorJob::id), create.status(), problems));
    }

    synchronized void answered(int number, int status) {
        Create create = creates.get(number - 1);
        replace(new Create(number, create.request(), create.jobId(), status, create.problems()));
    }

    synchronized void answered(int status) {
        tooManyRequests += status == 429 ? 1 : 0;
    }

    public synchronized List<Create> creates() {
        return List.copyOf(creates);
    }

    public synchronized List<ReceivedRequest> requests(Operation operation) {
        return List.copyOf(requests.getOrDefault(operation, List.of()));
    }

    /** How many answers were 429. */
    public synchronized int tooManyRequests() {
        return tooManyRequests;
    }

    private void replace(Create create) {
        creates.set(create.number() - 1, create);
    }
}
