package io.videojob;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** Where a vendor's own list of models is not what this library knows of them. */
public final class ModelDrift {

    /** What is not the same. A set that grows. */
    public enum Kind {
        /** The vendor has it, and no profile describes it: requests may name it unchecked. */
        NEW,
        /** A profile describes it, and the vendor doesn't list it any more. */
        GONE,
        /** The vendor says that it ends. */
        ENDING,
        /** The vendor's schema of its input is not what the profile says. */
        DIFFERENT
    }

    private final String provider;
    private final String model;
    private final Kind kind;
    private final String what;

    /** For the library. */
    public ModelDrift(String provider, String model, Kind kind, String what) {
        this.provider = requireNonNull(provider, "provider");
        this.model = requireNonNull(model, "model");
        this.kind = requireNonNull(kind, "kind");
        this.what = requireNonNull(what, "what");
    }

    /** The provider's name. */
    public String provider() {
        return provider;
    }

    /** The vendor's own name of the model. */
    public String model() {
        return model;
    }

    /** What is not the same. */
    public Kind kind() {
        return kind;
    }

    /** The same in a sentence. */
    public String what() {
        return what;
    }

    @Override
    public String toString() {
        return provider + ":" + model + " " + kind.name().toLowerCase(Locale.ROOT) + ": " + what;
    }
}
