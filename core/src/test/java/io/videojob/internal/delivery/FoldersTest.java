package io.videojob.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.videojob.DeliveryException;
import io.videojob.Output;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldersTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No space left on device",
                "There is not enough space on the disk",
                "Disk quota exceeded",
            })
    void aFullDiskSaysHowMuchIsLeftAndThatNothingIsLost(String words) {
        Path target = folder.resolve("a.mp4");

        assertThat(Folders.explain(target, new IOException(words)))
                .containsPattern("the disk is full \\(\\d+ bytes are left\\)")
                .contains("what was loaded is kept");
        assertThat(Folders.explain(target, new FileSystemException("/x/.a.mp4.part", null, words)))
                .contains("the disk is full");
    }

    @Test
    void anyOtherTroubleIsToldWithItsReason() {
        assertThat(Folders.explain(
                        folder.resolve("a.mp4"), new FileSystemException("/x", null, "Read-only file system")))
                .contains("Read-only file system")
                .contains("choose another folder");
        assertThat(Folders.explain(folder.resolve("a.mp4"), new AccessDeniedException("/x")))
                .contains("no permission to write there");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsRefused() throws Exception {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeFalse(!locked.toFile().setWritable(false) || Files.isWritable(locked), "root may write everywhere");

        assertThatThrownBy(() -> new Delivery(new TestTime(), true)
                        .save(Output.of("data:,x"), locked.resolve("a.mp4"), DeliveryCase.NO_RENEWAL))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("no permission to write there");
    }
}
