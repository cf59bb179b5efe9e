package io.videojob.internal.config;

import java.util.regex.Pattern;

/** What a provider may be called: no dot, because keys are split there, and no colon, because references are. */
public final class ProviderName {
    /** The rule in words. */
    public static final String RULE = "a name is of a-z, 0-9 and -, and does not begin with -";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private ProviderName() {}

    /** True if a provider may be called that. */
    public static boolean isOne(String text) {
        return NAME.matcher(text).matches();
    }
}
