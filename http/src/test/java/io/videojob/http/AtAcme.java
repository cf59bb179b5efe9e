package io.videojob.http;

import java.io.IOException;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The invented vendor on a real socket, and who speaks to it; anew for each test. */
abstract class AtAcme {
    final MockWebServer server = new MockWebServer();
    VendorHttp http;

    @BeforeEach
    void start() throws IOException {
        server.start();
        http = Acme.at(server.url("/").uri()).build();
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.shutdown();
    }
}
