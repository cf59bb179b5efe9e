package io.videojob.endurance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/** A port that one process after the other may listen at. */
final class Ports {
    /** Below those that a system gives to outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int HOW_MANY = 10_000;

    private Ports() {}

    /** One that nobody listens at now. */
    static int free() {
        Random random = new Random();
        while (true) {
            int port = LOWEST + random.nextInt(HOW_MANY);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken; another one
            }
        }
    }
}
