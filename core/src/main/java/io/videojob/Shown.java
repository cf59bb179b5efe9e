package io.videojob;

/** Links as texts and messages may show them. */
final class Shown {
    private static final int LONGEST_TYPE = 60;

    private Shown() {}

    /** Without what may be secret: query, fragment, user name and password, and the bytes of a data URI. */
    static String link(String uri) {
        if (uri.regionMatches(true, 0, "data:", 0, 5)) {
            return uri.substring(0, Math.max(5, Math.min(LONGEST_TYPE, uri.indexOf(',')))) + ",…";
        }
        String bare = uri.replaceFirst("(?s)[?#].*", "");
        int authority = bare.indexOf("://") + 3;
        int path = bare.indexOf('/', authority);
        int at = bare.lastIndexOf('@', path < 0 ? bare.length() : path);
        String shown = at >= authority && authority > 2 ? bare.substring(0, authority) + bare.substring(at + 1) : bare;
        return shown.length() < uri.length() && uri.contains("?") ? shown + "?…" : shown;
    }
}
