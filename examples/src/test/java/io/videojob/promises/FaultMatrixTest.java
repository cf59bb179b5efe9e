package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.promises.FaultMatrix.Cell;
import io.videojob.sandbox.script.Operation;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each cell of {@code docs/fault-matrix.md}, which was written before, run: several at once, for most of it is waiting. */
class FaultMatrixTest {
    private static final int AT_ONCE = 6;
    /** Those of a job; uploads before it and lists of models beside it make nothing. */
    private static final Set<Operation> OPERATIONS = EnumSet.of(
            Operation.CREATE, Operation.LOOK, Operation.LOOKUP, Operation.CANCEL, Operation.RESULT, Operation.WEBHOOK);

    private static final Map<Cell, Future<?>> RUNS = new LinkedHashMap<>();
    private static ExecutorService threads;

    @BeforeAll
    static void start() {
        threads = Executors.newFixedThreadPool(AT_ONCE);
        FaultMatrix.read().cells().forEach(cell -> RUNS.put(cell, threads.submit(() -> FaultRun.of(cell))));
    }

    @AfterAll
    static void end() {
        threads.shutdownNow();
        RUNS.clear();
    }

    @Test
    void everyOperationMeetsEveryFault() {
        Map<Operation, List<String>> faults = new LinkedHashMap<>();
        for (Operation operation : OPERATIONS) {
            faults.put(
                    operation,
                    RUNS.keySet().stream()
                            .filter(cell -> cell.operation() == operation)
                            .map(Cell::fault)
                            .distinct()
                            .toList());
        }

        assertThat(faults.values())
                .allSatisfy(each -> assertThat(each).hasSize(29).isEqualTo(faults.get(Operation.CREATE)));
        assertThat(RUNS).hasSize(faults.size() * 29 * 4);
    }

    @TestFactory
    Stream<DynamicNode> cell() {
        return OPERATIONS.stream()
                .map(operation -> dynamicContainer(
                        operation.name(),
                        RUNS.entrySet().stream()
                                .filter(run -> run.getKey().operation() == operation)
                                .map(run -> dynamicTest(run.getKey().toString(), () -> ended(run.getValue())))));
    }

    private static void ended(Future<?> run) throws Throwable {
        try {
            run.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
