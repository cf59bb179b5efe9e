package io.videojob.endurance;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * One time for several processes: nanoseconds since 1970 in a file that all of them have in memory. One process moves it
 * on, the others read it, also one that was stopped meanwhile.
 */
final class SharedClock {
    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ByteBuffer memory;

    private SharedClock(ByteBuffer memory) {
        this.memory = memory;
    }

    /** Opens the file, or makes it. */
    static SharedClock open(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
        }
    }

    long nanos() {
        return (long) LONGS.getVolatile(memory, 0);
    }

    void set(long nanos) {
        LONGS.setVolatile(memory, 0, nanos);
    }

    Instant now() {
        return instant(nanos());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(nanos / SECOND, nanos % SECOND);
    }

    static long nanos(Instant instant) {
        return instant.getEpochSecond() * SECOND + instant.getNano();
    }
}
