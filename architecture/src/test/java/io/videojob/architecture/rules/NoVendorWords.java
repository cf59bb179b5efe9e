package io.videojob.architecture.rules;

import io.videojob.architecture.House;
import io.videojob.architecture.House.Room;
import io.videojob.architecture.HouseRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Names of models and families are facts of the models, not of a vendor, and are allowed. */
public final class NoVendorWords implements HouseRule {

    private static final Set<String> ROOMS = Set.of("core", "http", "testkit");

    /** Names, paths, headers and fields, found anywhere and in any case. */
    private static final List<String> WORDS = Stream.of(
                    "aimlapi",
                    "AI/ML API",
                    "eachlabs",
                    "each::",
                    "/v2/video/generations",
                    "/v1/images/generations",
                    "/v2/logs",
                    "/v1/prediction",
                    "/v1/executions",
                    "/v2/executions",
                    "X-API-Key",
                    "X-Client-Request-Id",
                    "x-inference-id",
                    "X-Webhook-Signature",
                    "X-Webhook-Timestamp",
                    "X-Webhook-Secret",
                    "generation_id",
                    "predictionID",
                    "exec_id",
                    "credits_used",
                    "usd_spent")
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();

    /** Status words, found as a whole string constant only: others of theirs, as "queued", are plain English too. */
    private static final Set<String> STATUS_WORDS = Set.of("generating", "starting", "processing");

    @Override
    public String says() {
        return "no class or resource of core, http and testkit mentions a vendor's name, path, header or status word";
    }

    @Override
    public List<String> breaches(House house) {
        return house.rooms(ROOMS::contains).flatMap(NoVendorWords::breaches).toList();
    }

    private static Stream<String> breaches(Room room) {
        try (Stream<Path> files = Files.walk(room.output())) {
            return files.filter(Files::isRegularFile).sorted().flatMap(file -> breaches(room, file)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> breaches(Room room, Path file) {
        String path = room.output().relativize(file).toString();
        ConstantPool said = read(file);
        String texts = (path + '\n' + String.join("\n", said.texts())).toLowerCase(Locale.ROOT);
        return Stream.concat(
                        WORDS.stream().filter(texts::contains),
                        said.strings().stream().filter(STATUS_WORDS::contains))
                .map(word -> room.name() + ": " + path + " mentions \"" + word + "\"");
    }

    /** A resource is one text, without string constants. */
    private static ConstantPool read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return file.toString().endsWith(".class")
                    ? ConstantPool.of(bytes)
                    : new ConstantPool(List.of(new String(bytes, StandardCharsets.UTF_8)), Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
