package io.videojob.internal.delivery;

import io.videojob.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another process that saves: {@code LINK TARGET TIMES}. */
final class SavingProcess {
    private SavingProcess() {}

    public static void main(String[] args) {
        Delivery delivery = new Delivery(new TestTime(), true);
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            System.out.println(delivery.save(Output.of(args[0]), Path.of(args[1]), DeliveryCase.NO_RENEWAL)
                    .sha256());
        }
    }

    static Process start(String link, Path target, int times) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SavingProcess.class.getName(),
                        link,
                        target.toString(),
                        String.valueOf(times)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Everything it prints, once it has ended. */
    static List<String> output(Process process) throws IOException {
        try (var reader = process.inputReader()) {
            return reader.lines().toList();
        }
    }
}
