package io.videojob.cli;

import io.videojob.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the program in a folder of its own, with both vendors on this machine. */
abstract class AtTheSandbox {
    @TempDir
    Path folder;

    Sandbox sandbox;
    Cli cli;

    @BeforeEach
    void startSandbox() {
        sandbox = Cli.sandbox();
        cli = Cli.on(sandbox, folder);
    }

    @AfterEach
    void endSandbox() {
        sandbox.close();
    }
}
