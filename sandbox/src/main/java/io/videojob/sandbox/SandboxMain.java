package io.videojob.sandbox;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The sandbox as a program: starts both vendors, says where they are, and runs until it is interrupted. */
public final class SandboxMain {
    private static final String HELP = """
            Usage: sandbox [--speed TIMES] [--port PORT]

            Runs AI/ML API and Eachlabs on this machine, to point any program at. Nothing is billed.

              --speed TIMES   how many times faster the vendors live; at 60 a minute lasts a second (default 1)
              --port PORT     AI/ML API's port; Eachlabs takes the next one (default 8480; 0 for any free ones)
              --help          this text

            Ctrl-C ends it.
            """;

    private static final int BAD_USAGE = 2;

    /** What the command line asks for. */
    private record Options(double speed, int port, boolean help) {
        static Options parse(String... args) {
            Options options = new Options(1, 8480, false);
            for (int i = 0; i < args.length; i++) {
                String name = args[i];
                switch (name) {
                    case "--help", "-h" -> options = new Options(options.speed, options.port, true);
                    case "--speed" -> options = new Options(speed(value(args, ++i, name)), options.port, options.help);
                    case "--port" -> options = new Options(options.speed, port(value(args, ++i, name)), options.help);
                    default -> throw new IllegalArgumentException("There is no option " + name);
                }
            }
            return options;
        }

        private static String value(String[] args, int index, String name) {
            if (index >= args.length) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            return args[index];
        }

        private static double speed(String text) {
            try {
                double speed = Double.parseDouble(text);
                if (speed > 0 && Double.isFinite(speed)) {
                    return speed;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("--speed is a number above 0, not " + text, e);
            }
            throw new IllegalArgumentException("--speed is a number above 0, not " + text);
        }

        private static int port(String text) {
            try {
                int port = Integer.parseInt(text);
                if (port >= 0 && port < 65535) {
                    return port;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("--port is a number from 0 to 65534, not " + text, e);
            }
            throw new IllegalArgumentException("--port is a number from 0 to 65534, not " + text);
        }
    }

    private SandboxMain() {}

    /** Exits with 2 if the command line is wrong or a port taken. */
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Optional<Sandbox> sandbox = start(System.out, System.err, args);
        if (sandbox.isEmpty()) {
            System.exit(asksForHelp(args) ? 0 : BAD_USAGE);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sandbox.get().close(), "videojob-sandbox-end"));
        ended.await();
    }

    /** Starts and describes a sandbox; empty if only help was wanted, or the reason is on {@code err}. */
    static Optional<Sandbox> start(PrintStream out, PrintStream err, String... args) {
        try {
            Options options = Options.parse(args);
            if (options.help) {
                out.print(HELP);
                return Optional.empty();
            }
            Sandbox sandbox = Sandbox.builder()
                    .speed(options.speed)
                    .aimlapiPort(options.port)
                    .eachlabsPort(options.port == 0 ? 0 : options.port + 1)
                    .start();
            describe(sandbox, options.speed, out);
            return Optional.of(sandbox);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            err.println(e.getMessage() + ". Try --help.");
            return Optional.empty();
        }
    }

    private static boolean asksForHelp(String... args) {
        try {
            return Options.parse(args).help;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void describe(Sandbox sandbox, double speed, PrintStream out) {
        out.println("AI/ML API  " + sandbox.aimlapi().baseUrl() + "  key "
                + sandbox.aimlapi().key());
        out.println("Eachlabs   " + sandbox.eachlabs().baseUrl() + "  key "
                + sandbox.eachlabs().key());
        out.println("Speed      " + speed);
        out.println();
        out.println("For videojob.properties:");
        sandbox.aimlapi().properties().forEach(out::println);
        sandbox.eachlabs().properties().forEach(out::println);
        out.println();
        out.println("Ctrl-C ends it.");
        out.flush();
    }
}
