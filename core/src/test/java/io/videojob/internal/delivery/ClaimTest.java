package io.videojob.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {
    @TempDir
    Path folder;

    private Path part;

    @BeforeEach
    void name() {
        part = folder.resolve(".a.part");
    }

    @Test
    void whatIsTakenIsTakenOnce() throws Exception {
        try (Claim first = Claim.of(folder, ".a", new Random(1))) {
            assertThat(first.isShared()).isTrue();
            try (Claim second = Claim.of(folder.resolve("../" + folder.getFileName()), ".a", new Random(1))) {
                assertThat(second.isShared()).isFalse();
                assertThat(second.path()).isNotEqualTo(first.path());
            }
        }
        try (Claim third = Claim.of(folder, ".a", new Random(1))) {
            assertThat(third.isShared()).isTrue();
        }
    }

    @Test
    void aNameThatAnotherOneDrewIsDrawnAgain() throws Exception {
        try (Claim first = Claim.of(folder, ".a", new Random(1));
                Claim second = Claim.of(folder, ".a", new Random(1));
                Claim third = Claim.of(folder, ".a", new Random(1))) {
            assertThat(first.isShared()).isTrue();
            assertThat(third.path()).isNotEqualTo(second.path());
        }
    }

    @Test
    void aPartThatItsOwnerMovedAwayWhileWeWaitedIsNotOurs() throws Exception {
        Files.writeString(part, "all");
        Object before = Claim.identity(part);
        try (FileChannel opened = FileChannel.open(part, StandardOpenOption.WRITE)) {
            assertThat(Claim.isStill(part, before, opened)).isTrue();

            Files.move(part, folder.resolve("a"));
            assertThat(Claim.isStill(part, before, opened)).isFalse();

            Files.writeString(part, "of the next one");
            assertThat(Claim.isStill(part, before, opened)).isFalse();
        }
    }

    @Test
    void aPartThatWeMadeAndAnotherOneFilledIsNotOurs() throws Exception {
        try (FileChannel opened = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThat(Claim.isStill(part, null, opened)).isTrue();

            opened.write(ByteBuffer.wrap(new byte[3]));
            assertThat(Claim.isStill(part, null, opened)).isFalse();
        }
    }
}
