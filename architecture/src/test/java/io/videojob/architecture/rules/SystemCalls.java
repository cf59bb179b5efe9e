package io.videojob.architecture.rules;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** The calls that ask the system for the time, for a wait, for randomness or for the common pool. */
final class SystemCalls {

    private static final Set<String> ALWAYS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Clock.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.tickMillis",
            "java.time.Clock.tickSeconds",
            "java.time.Clock.tickMinutes",
            "java.time.InstantSource.system",
            "java.util.Calendar.getInstance",
            "java.lang.Thread.sleep",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos",
            "java.util.concurrent.locks.LockSupport.parkUntil",
            "java.util.Timer.<init>",
            "java.util.concurrent.ScheduledThreadPoolExecutor.<init>",
            "java.util.concurrent.Executors.newScheduledThreadPool",
            "java.util.concurrent.Executors.newSingleThreadScheduledExecutor",
            "java.util.concurrent.CompletableFuture.delayedExecutor",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.random.RandomGenerator.of",
            "java.util.random.RandomGenerator.getDefault",
            "java.security.SecureRandom.<init>",
            "java.security.SecureRandom.getInstance",
            "java.security.SecureRandom.getInstanceStrong",
            "java.util.concurrent.ForkJoinPool.commonPool",
            "io.github.resilience4j.ratelimiter.RateLimiter.acquirePermission",
            "io.github.resilience4j.ratelimiter.RateLimiter.waitForPermission");

    /** With an argument they are told the seed, or the time. */
    private static final Set<String> WITHOUT_ARGUMENTS =
            Set.of("java.util.Date.<init>", "java.util.Random.<init>", "java.util.SplittableRandom.<init>");

    /** They sleep on the calling thread between two calls. The rest of Resilience4j decides, which is its task here. */
    private static final Set<String> SLEEPERS =
            Set.of("io.github.resilience4j.retry.Retry", "io.github.resilience4j.ratelimiter.RateLimiter");

    private SystemCalls() {}

    static boolean isOne(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        String call = owner + "." + name;
        List<String> arguments =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return ALWAYS.contains(call)
                || (WITHOUT_ARGUMENTS.contains(call) && arguments.isEmpty())
                || (SLEEPERS.contains(owner) && (name.startsWith("execute") || name.startsWith("decorate")))
                || (owner.startsWith("java.time.") && name.equals("now") && !arguments.contains("java.time.Clock"))
                || (call.equals("java.util.Collections.shuffle") && arguments.size() == 1)
                || isTimedWait(owner, name, arguments)
                || runsOnTheCommonPool(target.getOwner(), name, arguments);
    }

    private static boolean isTimedWait(String owner, String name, List<String> arguments) {
        return (owner.equals("java.lang.Object") && name.equals("wait") && arguments.contains("long"))
                || (owner.equals("java.lang.Thread") && name.equals("join") && !arguments.isEmpty())
                || (owner.startsWith("java.util.concurrent.")
                        && arguments.contains("java.util.concurrent.TimeUnit")
                        && !Set.of("<init>", "convert", "getDelay", "setKeepAliveTime", "getKeepAliveTime")
                                .contains(name));
    }

    private static boolean runsOnTheCommonPool(JavaClass owner, String name, List<String> arguments) {
        return (owner.isAssignableTo("java.util.concurrent.CompletionStage")
                        && name.endsWith("Async")
                        && !arguments.contains("java.util.concurrent.Executor"))
                || (owner.isAssignableTo("java.util.Collection") && name.equals("parallelStream"))
                || (owner.isAssignableTo("java.util.stream.BaseStream") && name.equals("parallel"));
    }
}
