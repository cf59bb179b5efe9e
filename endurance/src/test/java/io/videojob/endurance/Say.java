package io.videojob.endurance;

/** What a child process tells its parent, a line each. */
final class Say {
    private Say() {}

    static void line(String line) {
        System.out.println(line);
    }
}
