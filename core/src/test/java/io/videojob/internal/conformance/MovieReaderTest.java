package io.videojob.internal.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoFacts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MovieReaderTest {
    private static final int TWO_GIGABYTES = Integer.MAX_VALUE;

    private final Movie movie = new Movie();

    @TempDir
    Path folder;

    @Test
    void tellsLengthSizeFrameRateAndSound() throws Exception {
        movie.sound = true;

        VideoFacts facts = read(movie.toBytes()).orElseThrow();

        assertThat(facts.duration()).contains(Duration.ofSeconds(5));
        assertThat(facts.width()).hasValue(1920);
        assertThat(facts.height()).hasValue(1080);
        assertThat(facts.frameRate()).hasValue(24);
        assertThat(facts.hasAudio()).contains(true);
        assertThat(facts).hasToString("5.0 s, 1920x1080, 24 fps, with sound");
    }

    @Test
    void aFilmWithoutASoundTrackHasNone() throws Exception {
        assertThat(read(movie.toBytes()).flatMap(VideoFacts::hasAudio)).contains(false);
    }

    @Test
    void aFilmThatIsShownTurnedIsAsHighAsItIsStoredWide() throws Exception {
        movie.sideways = true;

        VideoFacts facts = read(movie.toBytes()).orElseThrow();

        assertThat(facts.width()).hasValue(1080);
        assertThat(facts.height()).hasValue(1920);
    }

    /** Its header has no length and no frames: those come in pieces behind it. */
    @Test
    void aFilmInPiecesDoesNotTellItsLength() throws Exception {
        movie.milliseconds = 0;
        movie.frames = 0;

        VideoFacts facts = read(movie.toBytes()).orElseThrow();

        assertThat(facts.duration()).isEmpty();
        assertThat(facts.frameRate()).isEmpty();
        assertThat(facts.width()).hasValue(1920);
    }

    @Test
    void aLengthThatWasNotFilledInIsNotTold() throws Exception {
        movie.milliseconds = -1;

        assertThat(read(movie.toBytes()).orElseThrow().duration()).isEmpty();
    }

    /** The library takes the four bytes of its version for a box, and everything behind it for nonsense. */
    @Test
    void boxesThatTheLibraryStumblesOverAreStillFilms() throws Exception {
        movie.more = Movie.box("meta", Movie.ints(0), Movie.box("hdlr", new byte[25]));

        assertThat(read(movie.toBytes()).orElseThrow().width()).hasValue(1920);
    }

    @Test
    void sizesOf64BitsAndABoxUpToTheEndAreRead() throws Exception {
        byte[] content = movie.inMoov();
        byte[] large = Movie.join(
                Movie.fileType(),
                Movie.ints(1),
                Movie.text("moov"),
                Movie.ints(0, 16 + content.length),
                content,
                Movie.ints(0),
                Movie.text("mdat"),
                new byte[77]);

        assertThat(read(large)).hasToString("Optional[5.0 s, 1920x1080, 24 fps, no sound]");
    }

    /** Four gigabytes of pictures, which take no room on disk, before the header. */
    @Test
    void thePicturesAreSteppedOver() throws Exception {
        Path file = folder.resolve("long.mp4");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(Movie.join(Movie.fileType(), Movie.ints(1), Movie.text("mdat"), Movie.ints(1, 16)));
            out.seek(Movie.fileType().length + (1L << 32) + 16);
            out.write(Movie.box("moov", movie.inMoov()));
        }

        assertThat(MovieReader.read(file).orElseThrow().duration()).contains(Duration.ofSeconds(5));
    }

    static Stream<Arguments> whatIsNoFilm() {
        byte[] film = new Movie().toBytes();
        byte[] garbage = new byte[5000];
        new Random(3).nextBytes(garbage);
        return Map.of(
                        "nothing", new byte[0],
                        "three bytes", new byte[3],
                        "zeros", new byte[5000],
                        "garbage", garbage,
                        "a page", Movie.text("<html><body>502 Bad Gateway</body></html>"),
                        "a picture", Movie.join(Movie.text("\u0089PNG\r\n\u001a\n"), new byte[3000]),
                        "a film cut in its pictures", Arrays.copyOf(film, film.length - 500),
                        "a film cut in its header", Arrays.copyOf(film, 200),
                        "no header", Movie.join(Movie.fileType(), Movie.box("mdat", new byte[100])),
                        "a header with nothing in it", Movie.join(Movie.fileType(), Movie.box("moov")))
                .entrySet()
                .stream()
                .map(entry -> Arguments.argumentSet(entry.getKey(), (Object) entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoFilm")
    void whatIsNoWholeFilmTellsNothing(byte[] content) throws Exception {
        assertThat(read(content)).isEmpty();
    }

    /** Any box that the library reads, saying that it has two gigabytes: it would make room for them. */
    static Stream<byte[]> boxesThatLie() {
        return Stream.of("ftyp", "moov", "mvhd", "trak", "tkhd", "mdia", "mdhd", "hdlr", "minf", "stbl", "stsd", "stts")
                .flatMap(type -> Stream.of(
                        lying(type, TWO_GIGABYTES), lying(type, -1), lying(type, 7), lying(type, 1), lying(type, 9)));
    }

    private static byte[] lying(String type, int size) {
        byte[] film = new Movie().toBytes();
        int at = new String(film, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(type);
        System.arraycopy(Movie.ints(size), 0, film, at - 4, 4);
        return film;
    }

    @ParameterizedTest
    @MethodSource("boxesThatLie")
    void aBoxThatLiesOfItsSizeTakesNoMemory(byte[] film) throws Exception {
        Path file = write(film);
        MovieReader.read(write(new Movie().toBytes())); // the library is loaded
        write(film);
        long before = allocated();

        Optional<VideoFacts> facts = MovieReader.read(file);

        assertThat(allocated() - before).isLessThan(2 << 20);
        assertThat(facts).isEmpty();
    }

    @Test
    void aHeaderOfManyMegabytesIsNotRead() throws Exception {
        movie.more = Movie.box("trak", Movie.box("tkhd", new byte[5 << 20]));
        Path file = write(movie.toBytes());
        long before = allocated();

        assertThat(MovieReader.read(file)).isEmpty();
        assertThat(allocated() - before).isLessThan(2 << 20);
    }

    @Test
    void aFileOfBoxesOnlyIsLeftSoon() throws Exception {
        byte[] many = new byte[8 * 20_000];
        for (int i = 0; i < many.length; i += 8) {
            System.arraycopy(Movie.box("free"), 0, many, i, 8);
        }
        movie.more = many;

        assertThat(read(movie.toBytes())).isEmpty();
    }

    /** However its bytes are changed: no exception, and no more memory than for a good one. */
    @Test
    void aFilmWithAnyByteChangedIsReadOrNot() throws Exception {
        byte[] film = movie.toBytes();
        int header = film.length - 1008;
        for (int at = 0; at < header; at++) {
            for (int value : new int[] {1, 0xff}) {
                byte[] changed = film.clone();
                changed[at] = (byte) value;
                Path file = write(changed);
                long before = allocated();

                Optional<VideoFacts> facts = MovieReader.read(file);

                assertThat(facts).isNotNull();
                assertThat(allocated() - before).as("byte %s as %s", at, value).isLessThan(2 << 20);
            }
        }
    }

    @Test
    void aFileThatIsNotThereTellsNothing() {
        assertThat(MovieReader.read(folder.resolve("missing.mp4"))).isEmpty();
        assertThat(MovieReader.read(folder)).isEmpty();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private Optional<VideoFacts> read(byte[] content) throws IOException {
        return MovieReader.read(write(content));
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("film.mp4"), content);
    }
}
