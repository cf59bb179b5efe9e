package io.videojob.cli;

import static java.util.Objects.requireNonNull;

import io.videojob.JobSnapshot;
import io.videojob.SavedFile;
import io.videojob.VideoJob;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** What all commands share: how they print, and results as text or JSON. */
abstract class BaseCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VideoJobCommand root;

    @Mixin
    CommonOptions common = new CommonOptions();

    private @Nullable Context context;

    @Override
    public final Integer call() throws Exception {
        Context current = requireNonNull(root, "root").context();
        context = current;
        current.streams().quiet(common.quiet);
        current.interruption().arm(common.json, whenInterrupted());
        try {
            return run();
        } finally {
            current.interruption().working(null);
        }
    }

    /** Does it; gives the exit code, or throws. */
    abstract int run() throws Exception;

    /** What Ctrl-C says while there is no job. */
    String whenInterrupted() {
        return "Interrupted.";
    }

    final Context context() {
        return requireNonNull(context, "context");
    }

    final Streams streams() {
        return context().streams();
    }

    /** From now on Ctrl-C tells how to go on with that job. */
    final void about(VideoJob job) {
        context().interruption().about(job);
    }

    /** The result: as text for people, or as JSON. */
    final void result(String text, JobSnapshot job, List<SavedFile> saved) {
        print(text, () -> JobJson.of(job, saved, null));
    }

    /** The same for results that are no job. */
    final void print(String text, Supplier<@Nullable Object> json) {
        if (!streams().claim()) {
            return;
        }
        if (common.json) {
            streams().printJson(JsonText.of(json.get()));
        } else if (!text.isEmpty()) {
            streams().print(text);
        }
    }
}
