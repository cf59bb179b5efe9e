package io.videojob.sandbox.script;

import io.videojob.sandbox.report.ReceivedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a job goes: how long it runs, which words it says, and how it ends. What is not said is as usual at the vendor.
 * Immutable:
 *
 * <pre>{@code
 * sandbox.eachlabs().nextJob(JobScript.success().runFor(Duration.ofMinutes(9)).saying("reviewing"));
 * sandbox.aimlapi().nextJob(JobScript.failure(Failure.named("ContentPolicy", "blocked")));
 * }</pre>
 */
public final class JobScript {
    private @Nullable Failure failure;
    private @Nullable Duration runTime;
    private @Nullable String endWord;
    private @Nullable String idField;
    private @Nullable OutputShape output;
    private List<String> words = List.of();
    private Predicate<ReceivedRequest> condition = request -> true;
    private boolean held;
    private boolean cancelIgnored;
    private boolean endedBeforeAnswer;
    private boolean placeholderError;
    private boolean base64;

    private JobScript() {}

    private JobScript with(Consumer<JobScript> change) {
        JobScript copy = new JobScript();
        copy.failure = failure;
        copy.runTime = runTime;
        copy.endWord = endWord;
        copy.idField = idField;
        copy.output = output;
        copy.words = words;
        copy.condition = condition;
        copy.held = held;
        copy.cancelIgnored = cancelIgnored;
        copy.endedBeforeAnswer = endedBeforeAnswer;
        copy.placeholderError = placeholderError;
        copy.base64 = base64;
        change.accept(copy);
        return copy;
    }

    /** Ends well. */
    public static JobScript success() {
        return new JobScript();
    }

    /** Ends badly, and unbilled. */
    public static JobScript failure(Failure failure) {
        return new JobScript().with(script -> script.failure = failure);
    }

    /** Ends that long after its create, in the vendor's time. */
    public JobScript runFor(Duration time) {
        return with(script -> script.runTime = time);
    }

    /** Runs until somebody finishes, fails or cancels it. */
    public JobScript hold() {
        return with(script -> script.held = true);
    }

    /** Says these words while it runs, each for an equal share of the time; the last one when it is held. */
    public JobScript saying(String... statusWords) {
        return with(script -> script.words = List.of(statusWords));
    }

    /** Ends with that status word instead of the vendor's usual one. */
    public JobScript endAs(String statusWord) {
        return with(script -> script.endWord = statusWord);
    }

    /** Gives its results in that shape. */
    public JobScript output(OutputShape shape) {
        return with(script -> script.output = shape);
    }

    /** Names its id under another key in every answer: {@code generation_id}, {@code prediction_id}. */
    public JobScript idField(String key) {
        return with(script -> script.idField = key);
    }

    /** A cancel is answered as usual, and changes nothing: it is best effort. */
    public JobScript ignoreCancel() {
        return with(script -> script.cancelIgnored = true);
    }

    /** Ends at once; its webhook is delivered before its create is answered. */
    public JobScript endBeforeAnswer() {
        return with(script -> script.endedBeforeAnswer = true);
    }

    /** Prints a placeholder error beside the finished video, as AI/ML API's newest pages do. */
    public JobScript placeholderError() {
        return with(script -> script.placeholderError = true);
    }

    /** Pictures come in the answer, as base64, instead of as links. */
    public JobScript base64() {
        return with(script -> script.base64 = true);
    }

    /** Only for creates like that; others leave this script for later. */
    public JobScript when(Predicate<ReceivedRequest> wanted) {
        return with(script -> script.condition = condition.and(wanted));
    }

    /** Only for creates of that model. */
    public JobScript forModel(String model) {
        return when(request -> request.model().equals(model));
    }

    public boolean concerns(ReceivedRequest request) {
        return condition.test(request);
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    public Optional<Duration> runTime() {
        return Optional.ofNullable(runTime);
    }

    public List<String> words() {
        return words;
    }

    public Optional<String> endWord() {
        return Optional.ofNullable(endWord);
    }

    public Optional<OutputShape> output() {
        return Optional.ofNullable(output);
    }

    public Optional<String> idField() {
        return Optional.ofNullable(idField);
    }

    public boolean isHeld() {
        return held;
    }

    public boolean isCancelIgnored() {
        return cancelIgnored;
    }

    public boolean isEndedBeforeAnswer() {
        return endedBeforeAnswer;
    }

    public boolean hasPlaceholderError() {
        return placeholderError;
    }

    public boolean isBase64() {
        return base64;
    }
}
