package io.videojob.testkit;

/** How {@link VendorServer} treats one request: an answer, and what becomes of it on the way. */
final class Reply {

    /** What becomes of an answer. */
    enum Way {
        /** It arrives; the connection stays. */
        WHOLE,
        /** Instead of it the connection ends, politely. */
        HANG_UP,
        /** Instead of it the connection breaks. */
        RESET,
        /** It ends in the middle. */
        CUT,
        /** It breaks in the middle. */
        CUT_BY_RESET,
        /** Nothing comes for two seconds, then the connection ends. */
        SILENT,
        /** Half of it comes, the rest doesn't for two seconds, then the connection ends. */
        SILENT_HALFWAY,
        /** A byte comes every few milliseconds, without an end. */
        DRIPPING,
        /** Nothing ever comes; the connection stays. */
        SILENT_FOR_EVER
    }

    final Answer answer;
    final Way way;
    final long filler;
    final boolean packed;

    private Reply(Answer answer, Way way, long filler, boolean packed) {
        this.answer = answer;
        this.way = way;
        this.filler = filler;
        this.packed = packed;
    }

    static Reply of(Answer answer) {
        return new Reply(answer, Way.WHOLE, 0, false);
    }

    static Reply of(Answer answer, Way way) {
        return new Reply(answer, way, 0, false);
    }

    /** The answer's JSON object with a first field of so many bytes more. */
    static Reply bloated(Answer answer, long bytes) {
        return new Reply(answer, Way.WHOLE, bytes, false);
    }

    /** The same, zipped where the request allows it. */
    static Reply bloatedAndPacked(Answer answer, long bytes) {
        return new Reply(answer, Way.WHOLE, bytes, true);
    }
}
