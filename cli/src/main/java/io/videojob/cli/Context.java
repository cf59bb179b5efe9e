package io.videojob.cli;

import io.videojob.Inspection;
import io.videojob.VideoJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What every command works with: the streams, the terminal, and the library by the settings that count. */
final class Context {
    private static final String JOURNAL_URL = "videojob.journal.url";

    private final Streams streams;
    private final Terminal terminal;
    private final Places places;
    private final Map<String, String> variables;
    private final Interruption interruption;
    private final Instant began = Instant.now();

    /**
     * @param variables the environment variables that settings may come from
     */
    Context(Streams streams, Terminal terminal, Places places, Map<String, String> variables) {
        this.streams = streams;
        this.terminal = terminal;
        this.places = places;
        this.variables = variables;
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
    VideoJobs open(SettingsOptions options) {
        VideoJobs jobs =
                builder(options).defaultSetting(JOURNAL_URL, places::journalUrl).build();
        interruption.working(jobs);
        return jobs;
    }

    /** The library to look at only, with the journal. */
    Inspection inspect(SettingsOptions options) {
        return builder(options).defaultSetting(JOURNAL_URL, places::journalUrl).inspect();
    }

    /** The library to look at only, for what doesn't need the journal: no folder is made for one. */
    Inspection inspectWithoutJournal(SettingsOptions options) {
        return builder(options).inspect();
    }

    private VideoJobs.Builder builder(SettingsOptions options) {
        Environment environment = new Environment(variables);
        VideoJobs.Builder builder = VideoJobs.builder().environment(environment::get);
        Optional<Path> file = options.file(places);
        file.ifPresentOrElse(builder::configFile, () -> builder.config(new Properties()));
        Optional<String> route = options.route();
        route.ifPresent(names -> builder.setting("videojob.route", names));
        builder.inspect().close(); // reads them all
        environment.requireAllKnown(
                file.map(Context::text).orElse(""), route.isPresent() ? Set.of("VIDEOJOB_ROUTE") : Set.of());
        return builder;
    }

    private static String text(Path settings) {
        try {
            return Files.readString(settings);
        } catch (IOException e) {
            return ""; // it has just been read; who changed it meanwhile gets to know at the next command
        }
    }
}
