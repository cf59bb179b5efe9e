package io.videojob.promises;

import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Fault;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The faults of the matrix, by their names there. */
final class Faults {
    /** Not a matter of one answer: the vendor is away. */
    static final String REFUSED = "refused connection";

    /** Ends when the vendor is told so. */
    static final String HANG = "hang";

    private static final Pattern STATUS = Pattern.compile("(\\d{3})(.*)");

    private Faults() {}

    /** The fault of that name, for one request. */
    static Fault named(String name, Instant now) {
        return switch (name) {
            case "lost request" -> Fault.loseRequest();
            case "lost answer" -> Fault.loseAnswer();
            case HANG -> Fault.hang().afterWork();
            case "reset while reading" -> Fault.reset();
            case "cut body" -> Fault.cutInBody();
            case "HTML" -> Fault.html();
            case "empty" -> Fault.emptyBody();
            case "{}" -> Fault.json("{}");
            case "wrong types" -> Fault.wrongTypes();
            default -> answered(name, now);
        };
    }

    private static Fault answered(String name, Instant now) {
        Matcher matcher = STATUS.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no fault is called \"" + name + "\"");
        }
        int status = Integer.parseInt(matcher.group(1));
        Answer answer = Answer.empty(status);
        return switch (matcher.group(2)) {
            case "" -> Fault.answer(answer);
            case " to another host" -> Fault.redirect(status);
            case ", Retry-After: 20" -> Fault.answer(answer.header("Retry-After", "20"));
            case ", Retry-After as a date" -> Fault.answer(answer.header("Retry-After", httpDate(now.plusSeconds(20))));
            default -> throw new IllegalArgumentException("no fault is called \"" + name + "\"");
        };
    }

    private static String httpDate(Instant when) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(when.atOffset(ZoneOffset.UTC));
    }
}
