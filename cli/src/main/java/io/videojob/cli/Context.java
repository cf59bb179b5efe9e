package io.videojob.cli;

import io.videojob.Inspection;
import io.videojob.VideoJobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every command works with: the streams, the terminal, and the library by the settings that count. */
final class Context {
    private static final String JOURNAL_URL = "videojob.journal.url";

    private final Streams streams;
    private final Terminal terminal;
    private final Places places;
    private final Function<String, @Nullable String> environment;
    private final Interruption interruption;
    private final Instant began = Instant.now();

    /**
     * @param environment the environment variables that settings may come from
     */
    Context(Streams streams, Terminal terminal, Places places, Function<String, @Nullable String> environment) {
        this.streams = streams;
        this.terminal = terminal;
        this.places = places;
        this.environment = environment;
        this.interruption = new Interruption(streams);
    }

    Streams streams() {
        return streams;
    }

    Terminal terminal() {
        return terminal;
    }

    Interruption interruption() {
        return interruption;
    }

    /** When this process began its work. */
    Instant began() {
        return began;
    }

    /** The library at work. */
    VideoJobs open(CommonOptions options) {
        VideoJobs jobs =
                builder(options).defaultSetting(JOURNAL_URL, places::journalUrl).build();
        interruption.working(jobs);
        return jobs;
    }

    /** The library to look at only, with the journal. */
    Inspection inspect(CommonOptions options) {
        return builder(options).defaultSetting(JOURNAL_URL, places::journalUrl).inspect();
    }

    /** The library to look at only, for what doesn't need the journal: no folder is made for one. */
    Inspection inspectWithoutJournal(CommonOptions options) {
        return builder(options).inspect();
    }

    private VideoJobs.Builder builder(CommonOptions options) {
        VideoJobs.Builder builder = VideoJobs.builder().environment(environment);
        Path given = options.config;
        Path here = Path.of(Places.SETTINGS);
        if (given != null) {
            builder.configFile(given);
        } else if (Files.exists(here)) {
            builder.configFile(here);
        } else if (Files.exists(places.settings())) {
            builder.configFile(places.settings());
        } else {
            builder.config(new Properties());
        }
        String route = options.route;
        if (route != null) {
            builder.setting("videojob.route", route);
        }
        return builder;
    }
}
