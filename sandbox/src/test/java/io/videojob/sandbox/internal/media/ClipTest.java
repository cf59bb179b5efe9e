package io.videojob.sandbox.internal.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4SoundDirectory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClipTest {
    @Test
    void anotherReaderFindsTheSizeAndTheLengthAskedFor() throws Exception {
        for (String aspect : List.of("16:9", "9:16", "1:1")) {
            for (int seconds : new int[] {5, 10}) {
                Frame frame = Frame.ofAspect(aspect);
                Metadata facts =
                        Mp4MetadataReader.readMetadata(new ByteArrayInputStream(Clip.mp4(frame, seconds, 0, false)));
                assertThat(facts.getFirstDirectoryOfType(Mp4Directory.class).getLong(Mp4Directory.TAG_DURATION))
                        .isEqualTo(seconds * 1000L);
                Mp4VideoDirectory video = facts.getFirstDirectoryOfType(Mp4VideoDirectory.class);
                assertThat(video.getInt(Mp4VideoDirectory.TAG_WIDTH)).isEqualTo(frame.width());
                assertThat(video.getInt(Mp4VideoDirectory.TAG_HEIGHT)).isEqualTo(frame.height());
                assertThat(video.getFloat(Mp4VideoDirectory.TAG_FRAME_RATE)).isEqualTo(24f);
            }
        }
    }

    @Test
    void theIndexComesBeforeThePicturesAndPointsAtThem() {
        ByteBuffer file = ByteBuffer.wrap(Clip.mp4(Frame.ofAspect("16:9"), 1, 0, false));
        Map<String, ByteBuffer> top = boxes(file);
        assertThat(top.keySet()).containsExactly("ftyp", "moov", "mdat");
        Map<String, ByteBuffer> table = inside(top.get("moov"), "trak", "mdia", "minf", "stbl");
        ByteBuffer sizes = table.get("stsz");
        assertThat(sizes.getInt(8)).isEqualTo(24);

        int place = table.get("stco").getInt(8);
        List<Integer> kinds = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int size = sizes.getInt(12 + 4 * i);
            assertThat(file.getInt(place)).isEqualTo(size - 4);
            kinds.add(file.get(place + 4) & 0x1f);
            place += size;
        }
        assertThat(place).isEqualTo(file.capacity());
        assertThat(kinds.get(0)).isEqualTo(5); // IDR
        assertThat(kinds.subList(1, 24)).containsOnly(1);
        assertThat(table.get("stss").getInt(4)).isEqualTo(1);
    }

    @Test
    void aSoundTrackIsAsLongAsThePicturesAndPointsBehindThem() throws Exception {
        byte[] film = Clip.mp4(Frame.ofAspect("16:9"), 5, 0, true);
        Metadata facts = Mp4MetadataReader.readMetadata(new ByteArrayInputStream(film));
        Mp4SoundDirectory sound = facts.getFirstDirectoryOfType(Mp4SoundDirectory.class);
        assertThat(sound.getInt(Mp4SoundDirectory.TAG_NUMBER_OF_CHANNELS)).isEqualTo(1);
        assertThat(sound.getInt(Mp4SoundDirectory.TAG_AUDIO_SAMPLE_RATE)).isEqualTo(44_100);
        assertThat(facts.getFirstDirectoryOfType(Mp4Directory.class).getLong(Mp4Directory.TAG_DURATION))
                .isEqualTo(5000);

        ByteBuffer file = ByteBuffer.wrap(film);
        // boxes of one name are told by the last of them: the sound track comes second
        Map<String, ByteBuffer> table = inside(boxes(file).get("moov"), "trak", "mdia", "minf", "stbl");
        int frames = table.get("stsz").getInt(8);
        assertThat(frames).isEqualTo(5 * 44_100 / 1024);
        int place = table.get("stco").getInt(8);
        assertThat(place + 6 * frames).isEqualTo(film.length);
        assertThat(file.slice(place, 6)).isEqualTo(file.slice(film.length - 6, 6));
        assertThat(table.get("stsd").getInt(8) + 8).isEqualTo(table.get("stsd").capacity());
        assertThat(Clip.mp4(Frame.ofAspect("16:9"), 5, 0, false)).hasSizeLessThan(film.length);
    }

    @Test
    void thePayloadHoldsNothingThatLooksLikeAStartCode() {
        BitWriter zeros = new BitWriter().bits(0, 24).bits(0, 24).bits(1, 8);
        assertThat(NalUnit.of(NalUnit.SLICE, zeros)).containsExactly(0x61, 0, 0, 3, 0, 0, 3, 0, 0, 3, 1, 0x80);
    }

    @Test
    void theNumbersAreCodedAsTheStandardsTableHasThem() {
        // ITU-T H.264, table 9-2: 0 is 1, 1 is 010, 2 is 011, 3 is 00100; signed -1 is 011
        BitWriter bits =
                new BitWriter().unsigned(0).unsigned(1).unsigned(2).unsigned(3).signed(-1);
        assertThat(bits.finish()).containsExactly(0b10100110, 0b01000111);
    }

    private static Map<String, ByteBuffer> inside(ByteBuffer box, String... path) {
        Map<String, ByteBuffer> children = boxes(box);
        for (String step : path) {
            children = boxes(children.get(step));
        }
        return children;
    }

    private static Map<String, ByteBuffer> boxes(ByteBuffer in) {
        Map<String, ByteBuffer> boxes = new LinkedHashMap<>();
        int place = 0;
        while (place < in.capacity()) {
            int size = in.getInt(place);
            byte[] type = new byte[4];
            in.get(place + 4, type);
            boxes.put(new String(type, StandardCharsets.ISO_8859_1), in.slice(place + 8, size - 8));
            place += size;
        }
        return boxes;
    }
}
