package io.videojob.promises;

import io.videojob.JobStatus;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code docs/fault-matrix.md}, read: what is expected of each cell. */
final class FaultMatrix {
    private static final Map<String, Operation> OPERATIONS = Map.of(
            "Create", Operation.CREATE,
            "Look", Operation.LOOK,
            "Look-up", Operation.LOOKUP,
            "Cancel", Operation.CANCEL,
            "Result", Operation.RESULT,
            "Webhook", Operation.WEBHOOK);

    private static final String DELIVERED = "delivered by";

    private final Map<String, Word> words = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();

    private FaultMatrix() {}

    /**
     * What a job comes to.
     *
     * @param bills of the first and of the second provider
     * @param error the class and, behind a blank, the reason; empty if there is none
     * @param told stands in the error's message, or in the explanation
     */
    record Word(String name, List<Integer> bills, JobStatus status, String error, String told) {}

    /**
     * One job.
     *
     * @param detail the second column: what else is expected, by operation
     * @param alone true if there is no second provider on the route
     * @param notTold by what it is told from words of the same end
     */
    record Cell(
            Operation operation,
            String fault,
            String detail,
            Vendor first,
            boolean alone,
            Word expected,
            List<String> notTold) {
        @Override
        public String toString() {
            return operation + ": " + fault + ", " + first.key()
                    + (alone ? "" : ", " + first.other().key()) + ": " + expected.name();
        }
    }

    /** Reads the page. */
    static FaultMatrix read() {
        Path page = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("docs/fault-matrix.md");
        FaultMatrix matrix = new FaultMatrix();
        try {
            String heading = "";
            for (String line : Files.readAllLines(page)) {
                if (line.startsWith("## ")) {
                    heading = line.substring(3);
                } else if (line.startsWith("| ") && !line.startsWith("| fault ") && !line.startsWith("| word ")) {
                    matrix.row(heading, columns(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return matrix;
    }

    List<Cell> cells() {
        return cells;
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(column -> column.strip().replace("`", ""))
                .toList();
    }

    private void row(String heading, List<String> columns) {
        Operation operation = OPERATIONS.get(heading);
        if (operation == null) {
            List<Integer> bills = Arrays.stream(columns.get(1).split(" \\+ ", -1))
                    .map(Integer::valueOf)
                    .toList();
            words.put(
                    columns.get(0),
                    new Word(columns.get(0), bills, JobStatus.valueOf(columns.get(2)), columns.get(3), columns.get(4)));
            return;
        }
        for (int i = 2; i < columns.size(); i++) {
            Word word = words.get(columns.get(i));
            if (word == null) {
                throw new IllegalStateException("\"" + columns.get(i) + "\" is no word of the page");
            }
            Vendor first = i < 4 ? Vendor.AIMLAPI : Vendor.EACHLABS;
            cells.add(new Cell(operation, columns.get(0), columns.get(1), first, i % 2 == 0, word, notTold(word)));
        }
    }

    /** What the page says of other words with the same end, but for what every delivered job tells. */
    private List<String> notTold(Word word) {
        return words.values().stream()
                .filter(other -> other.bills().equals(word.bills())
                        && other.status() == word.status()
                        && other.error().equals(word.error()))
                .map(Word::told)
                .filter(told -> !told.equals(word.told()) && !told.equals(DELIVERED))
                .toList();
    }
}
