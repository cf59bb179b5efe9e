package io.videojob.internal.engine;

import io.videojob.spi.JobJournal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A random run as it was thrown: what it is set to, and what happens in it. Run twice, it goes the same way twice. */
record RunPlan(RunSetting setting, List<RunStep> steps) {
    private static final int MOST_ROUNDS = 200;
    private static final Duration UNTIL_THROUGH = Duration.ofDays(30);
    /** An id that a user made up shows itself never. */
    private static final Duration FOR_A_WHILE = Duration.ofHours(1);

    /** Runs it over an empty journal, with handles on it; what became of it. */
    RunWorld run(List<JobJournal> handles, RunPlant plant, @Nullable List<String> story) {
        RunWorld world = new RunWorld(setting, plant, handles, story);
        try {
            steps.forEach(world::happen);
            world.heal();
            comeToRest(world);
            goOnWithWhatWaits(world);
            new RunPromises(world).answersAreKept();
            if (setting.lateWebhooks()) {
                world.made().forEach(job -> world.wishes.heard(job, job.id, true));
                comeToRest(world);
                goOnWithWhatWaits(world);
            }
            new RunPromises(world).whenAllIsQuiet();
        } catch (RuntimeException e) {
            world.breaks("end: the engine threw " + e + " at "
                    + List.of(e.getStackTrace()).stream().limit(8).toList());
        } finally {
            world.end();
        }
        return world;
    }

    /** Jobs that rest because their time was up are waited for until they are through. */
    private static void goOnWithWhatWaits(RunWorld world) {
        for (int i = 0; i < 2; i++) {
            world.rows().stream()
                    .map(Columns::read)
                    .filter(Views::isParkedByDeadline)
                    .forEach(record ->
                            world.wishes.resume(record, record.attempt().isOnlyNamed() ? FOR_A_WHILE : UNTIL_THROUGH));
            comeToRest(world);
        }
    }

    private static void comeToRest(RunWorld world) {
        RunPromises promises = new RunPromises(world);
        world.pass(Duration.ofMinutes(1));
        for (int round = 0; round < MOST_ROUNDS && isMoving(world, promises); round++) {
            world.pass(Duration.ofMinutes(15));
        }
        world.pass(RunSetting.LONGEST_RUN);
    }

    private static boolean isMoving(RunWorld world, RunPromises promises) {
        return world.rows().stream()
                .filter(row -> !row.status().isFinal() || row.wakeAt().isPresent())
                .map(Columns::read)
                .anyMatch(record -> RunResults.isDue(record)
                        || (record.end == null && !record.isParked() && !promises.waitsForMoney(record)));
    }

    @Override
    public String toString() {
        return setting + "\n"
                + String.join("\n", steps.stream().map(RunStep::words).toList());
    }
}
