package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.FaultStep;
import io.videojob.sandbox.script.FaultStep.Arrival;
import io.videojob.sandbox.script.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scripted faults, and which of them is next. A fault that was scripted earlier is used up first. */
public final class FaultDesk {
    /** A fault, and how far it has been used. */
    private static final class Rule {
        final Fault fault;
        private int step;
        private int used;

        Rule(Fault fault) {
            this.fault = fault;
        }

        boolean usedUp() {
            return step == fault.steps().size();
        }

        FaultStep peek() {
            return fault.steps().get(step);
        }

        FaultStep take() {
            FaultStep current = peek();
            if (current.times() != FaultStep.ALWAYS && ++used >= current.times()) {
                step++;
                used = 0;
            }
            return current;
        }
    }

    private static final EnumSet<Arrival> UNREAD = EnumSet.of(Arrival.CLOSED_UNREAD, Arrival.RESET);

    private final Map<Operation, List<Rule>> rules = new EnumMap<>(Operation.class);

    public synchronized void add(Operation operation, Fault fault) {
        rules.computeIfAbsent(operation, key -> new ArrayList<>()).add(new Rule(fault));
    }

    public synchronized void clear() {
        rules.clear();
    }

    /** The next fault, if it is one that strikes before the body is read. */
    synchronized Optional<FaultStep> beforeBody(Operation operation) {
        return waiting(operation).stream()
                .findFirst()
                .filter(rule -> !rule.fault.conditional())
                .filter(rule -> UNREAD.contains(rule.peek().arrival()))
                .map(Rule::take);
    }

    /** The fault for that request; {@link FaultStep#NONE} if there is none. */
    public synchronized FaultStep next(Operation operation, ReceivedRequest request) {
        return waiting(operation).stream()
                .filter(rule -> rule.fault.concerns(request))
                .findFirst()
                .map(Rule::take)
                .orElse(FaultStep.NONE);
    }

    private List<Rule> waiting(Operation operation) {
        List<Rule> all = rules.getOrDefault(operation, List.of());
        return all.stream().filter(rule -> !rule.usedUp()).toList();
    }
}
