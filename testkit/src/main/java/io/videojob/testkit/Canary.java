package io.videojob.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.opentest4j.AssertionFailedError;
import org.slf4j.LoggerFactory;

/**
 * Logs a line of its own in the adapter's package, by each API that an adapter may log with. Where {@link Overheard} doesn't
 * hear it, silence is no proof that a key isn't logged. At DEBUG, because that is where keys are told, and because logging
 * libraries that nobody configured often write so much; what is logged at TRACE only is heard as far as it is switched on.
 */
final class Canary {
    private final String name;

    /** @param adapter whose package gives the logger's name */
    Canary(Class<?> adapter) {
        this(adapter.getPackageName());
    }

    Canary(String logger) {
        this.name = logger;
    }

    /** The way by which an adapter may log, and a line at DEBUG. */
    private Map<String, Consumer<String>> ways() {
        Map<String, Consumer<String>> all = new LinkedHashMap<>();
        all.put(
                "SLF4J, here by " + LoggerFactory.getILoggerFactory().getClass().getName(),
                LoggerFactory.getLogger(name)::debug);
        System.Logger platform = System.getLogger(name);
        all.put(
                "System.Logger, here by " + platform.getClass().getName(),
                line -> platform.log(System.Logger.Level.DEBUG, line));
        all.put("java.util.logging", Logger.getLogger(name)::fine);
        return all;
    }

    /**
     * Sings.
     *
     * @throws AssertionFailedError naming the ways by which nothing can be heard, and what to do
     */
    void isHeard() {
        // Twice: whoever keeps the stream that it finds at first is heard once, and never again.
        ways().forEach((way, log) -> isHeard(way, log));
        ways().forEach((way, log) -> isHeard(way, log));
    }

    private void isHeard(String way, Consumer<String> log) {
        String line = "canary-" + UUID.randomUUID();
        try (Overheard heard = new Overheard(line, false)) {
            log.accept(line);
            if (heard.told().isEmpty()) {
                throw new AssertionFailedError("it can't be judged whether keys are logged: what " + name
                        + " logs at DEBUG through " + way + ", reaches neither the standard streams nor"
                        + " java.util.logging. For these tests put a logging library behind SLF4J that writes DEBUG to the"
                        + " console: slf4j-simple with org.slf4j.simpleLogger.log." + name
                        + "=debug in simplelogger.properties, Logback as it comes, or Log4j with a root level of debug and"
                        + " a console appender with follow=\"true\"");
            }
        }
    }
}
