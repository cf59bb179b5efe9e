package io.videojob.sandbox.script;

import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.FaultStep.Arrival;
import io.videojob.sandbox.script.FaultStep.Departure;
import io.videojob.sandbox.script.FaultStep.Work;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What goes wrong with a request, for one request unless {@link #times} or {@link #always} says otherwise:
 *
 * <pre>{@code
 * Fault.answer(EachlabsAnswers.tooManyRequests()).times(2).then(Fault.loseAnswer())
 * }</pre>
 *
 * Each factory says whether the vendor does the work. Immutable.
 */
public final class Fault {
    private final List<FaultStep> steps;
    private final Predicate<ReceivedRequest> condition;
    private final boolean conditional;

    private Fault(List<FaultStep> steps, Predicate<ReceivedRequest> condition, boolean conditional) {
        this.steps = steps;
        this.condition = condition;
        this.conditional = conditional;
    }

    private static Fault of(FaultStep step) {
        return new Fault(List.of(step), request -> true, false);
    }

    /** Nothing goes wrong: a pause between other faults. */
    public static Fault none() {
        return of(FaultStep.NONE);
    }

    /** The connection is closed before the body is read. Work not done. */
    public static Fault closeUnread() {
        return of(FaultStep.NONE.withArrival(Arrival.CLOSED_UNREAD).withWork(Work.NONE));
    }

    /** The connection is reset while the request is being sent. Work not done. */
    public static Fault reset() {
        return of(FaultStep.NONE.withArrival(Arrival.RESET).withWork(Work.NONE));
    }

    /** The request is read, and gets lost; the connection ends without an answer. Work not done. */
    public static Fault loseRequest() {
        return of(FaultStep.NONE.withArrival(Arrival.CLOSED).withWork(Work.NONE));
    }

    /** The connection ends without an answer. <b>Work done.</b> */
    public static Fault loseAnswer() {
        return of(FaultStep.NONE.withDeparture(Departure.NOTHING));
    }

    /** Another answer than the vendor's own. Work not done, unless {@link #afterWork}. */
    public static Fault answer(Answer answer) {
        return of(FaultStep.NONE.withWork(Work.NONE).withAnswer(own -> answer));
    }

    /** A redirect to the same path at the sandbox's other host, which records what comes. Work not done. */
    public static Fault redirect(int status) {
        return answer(Answer.empty(status).header("Location", "${elsewhere}${target}"));
    }

    /** A redirect to that address. Work not done. */
    public static Fault redirect(int status, URI to) {
        return answer(Answer.empty(status).header("Location", to.toString()));
    }

    /** Status and headers come, the announced body does not. <b>Work done.</b> */
    public static Fault cutAfterHeaders() {
        return of(FaultStep.NONE.withDeparture(Departure.HEAD_ONLY));
    }

    /** The first half of the announced body comes. <b>Work done.</b> */
    public static Fault cutInBody() {
        return of(FaultStep.NONE.withDeparture(Departure.HALF_BODY));
    }

    /** The first half of the body comes, then nothing more until released. <b>Work done.</b> */
    public static Fault hangInBody() {
        return of(FaultStep.NONE.withDeparture(Departure.HALF_BODY_THEN_SILENCE));
    }

    /** The answer comes, and the kept-alive connection dies behind it, unannounced. <b>Work done.</b> */
    public static Fault dropConnectionAfterwards() {
        return of(FaultStep.NONE.withDeparture(Departure.WHOLE_THEN_CLOSED));
    }

    /** The vendor's answer, turned into another. <b>Work done.</b> */
    public static Fault garble(UnaryOperator<Answer> change) {
        return of(FaultStep.NONE.withAnswer(change));
    }

    /** The vendor's status with a page in HTML. <b>Work done.</b> */
    public static Fault html() {
        return garble(
                own -> Answer.text(own.status(), "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>"));
    }

    /** The vendor's status with no body. <b>Work done.</b> */
    public static Fault emptyBody() {
        return garble(own -> Answer.empty(own.status()));
    }

    /** The vendor's status with that text as JSON, which it may not be: <code>{}</code>, <code>[]</code>, <code>null</code>. <b>Work done.</b> */
    public static Fault json(String body) {
        return garble(own -> Answer.json(own.status(), body));
    }

    /** The vendor's answer with a wrong type for every value. <b>Work done.</b> */
    public static Fault wrongTypes() {
        return garble(WrongTypes::in);
    }

    /** The vendor's status with a body of so many bytes. <b>Work done.</b> */
    public static Fault huge(int bytes) {
        return garble(own ->
                Answer.bytes(own.status(), "application/json", " ".repeat(bytes).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Silence until released; then the connection ends. Work not done, unless {@link #afterWork}. */
    public static Fault hang() {
        return hang(FaultStep.FOREVER);
    }

    /** Silence for that long in the vendor's time; then the connection ends. Work not done, unless {@link #afterWork}. */
    public static Fault hang(Duration bound) {
        return of(FaultStep.NONE.withWork(Work.NONE).withPause(bound).withDeparture(Departure.NOTHING));
    }

    /** Late by that much of the vendor's time: <b>the work, too</b>, unless {@link #afterWork} makes only the answer late. */
    public static Fault delay(Duration by) {
        return of(FaultStep.NONE.withPause(by));
    }

    /** The same, with the work done first: a 500 for a job that runs, an answer that comes late or never. */
    public Fault afterWork() {
        return withLast(last().withWork(Work.BEFORE_PAUSE));
    }

    /** For the next so many requests. */
    public Fault times(int count) {
        return withLast(last().withTimes(count));
    }

    /** For every request from now on. */
    public Fault always() {
        return times(FaultStep.ALWAYS);
    }

    /** And after that, the other; its condition is not taken over. */
    public Fault then(Fault next) {
        List<FaultStep> all = new ArrayList<>(steps);
        all.addAll(next.steps);
        return new Fault(List.copyOf(all), condition, conditional);
    }

    /** Only for requests like that; others pass and don't count. */
    public Fault when(Predicate<ReceivedRequest> wanted) {
        return new Fault(steps, condition.and(wanted), true);
    }

    /** Only for creates of that model. */
    public Fault forModel(String model) {
        return when(request -> request.model().equals(model));
    }

    /** What this fault does, one step after the other. */
    public List<FaultStep> steps() {
        return steps;
    }

    /** True if this fault is for such a request. */
    public boolean concerns(ReceivedRequest request) {
        return condition.test(request);
    }

    /** True if a {@link #when} must see the request before this fault can be chosen. */
    public boolean conditional() {
        return conditional;
    }

    private FaultStep last() {
        return steps.get(steps.size() - 1);
    }

    private Fault withLast(FaultStep step) {
        List<FaultStep> all = new ArrayList<>(steps);
        all.set(all.size() - 1, step);
        return new Fault(List.copyOf(all), condition, conditional);
    }
}
