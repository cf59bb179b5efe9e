package io.videojob.promises;

import io.videojob.sandbox.EachlabsSandbox;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A user's web server that waits for webhooks. Only Eachlabs has them. */
abstract class AtHook {
    static final Vendor VENDOR = Vendor.EACHLABS;
    static final String NO_LOOKS = "videojob.poll.interval = 24h";

    @RegisterExtension
    final World world = new World();

    Hook hook;

    @BeforeEach
    void startReceiver() throws IOException {
        hook = world.closing(Hook.start());
    }

    EachlabsSandbox vendor() {
        return world.sandbox().eachlabs();
    }
}
