package io.videojob.testkit;

import io.videojob.VideoJobException;
import io.videojob.spi.SubmitOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** Says what was expected, and what came. */
final class Check {
    private Check() {}

    /** @param expected completes "expected: " */
    static void expect(boolean holds, String expected, @Nullable Object came) {
        if (!holds) {
            throw new AssertionFailedError(
                    "expected: " + expected + "; but what came is: " + told(came), expected, came);
        }
    }

    /** The outcome of a create, which never throws for what the wire does. */
    static SubmitOutcome outcome(Supplier<SubmitOutcome> create) {
        try {
            return create.get();
        } catch (RuntimeException | Error thrown) {
            throw new AssertionFailedError(
                    "expected: submit tells by its outcome what the wire did; but it threw: " + thrown, thrown);
        }
    }

    /** The exception of this library that an exchange ends with. */
    static VideoJobException refusal(String expected, Supplier<?> exchange) {
        try {
            Object came = exchange.get();
            throw new AssertionFailedError("expected: " + expected + "; but what came is: " + told(came));
        } catch (VideoJobException e) {
            return e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError other) {
            throw new AssertionFailedError(
                    "expected: " + expected + "; but what was thrown is no VideoJobException: " + other, other);
        }
    }

    /** What an exchange gives, or the exception of this library that it ends with; nothing else will do. */
    static Object typed(Supplier<?> exchange) {
        try {
            return exchange.get();
        } catch (VideoJobException e) {
            return e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError other) {
            throw new AssertionFailedError(
                    "expected: a value, or a VideoJobException that says what is wrong; but what was thrown is: "
                            + other,
                    other);
        }
    }

    /** What a call gives, which must come to an end within the limit. */
    static <T> T within(Duration limit, String what, Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "videojob-testkit-call");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new AssertionFailedError("expected: " + what + "; but after " + limit + " it goes on");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Something that comes to an end within the limit, and throws nothing. */
    static void silently(Duration limit, String what, AutoCloseable work) {
        try {
            boolean unused = within(limit, what + " that ends", () -> {
                work.close();
                return true;
            });
        } catch (AssertionFailedError goesOn) {
            throw goesOn;
        } catch (Exception | Error thrown) {
            throw new AssertionFailedError(
                    "expected: " + what + " that throws nothing; but it threw: " + thrown, thrown);
        }
    }

    /** Everything that an exception tells: messages, causes, suppressed ones. */
    static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static String told(@Nullable Object came) {
        String text = String.valueOf(came);
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }
}
