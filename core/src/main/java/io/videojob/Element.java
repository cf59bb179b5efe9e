package io.videojob;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * A person or thing to put into the video, shown from the front and, better, from other sides. The prompt speaks of the
 * first one as {@code @Element1}.
 */
public final class Element {
    private final Media frontal;
    private final List<Media> references;

    private Element(Media frontal, List<Media> references) {
        this.frontal = frontal;
        this.references = references;
    }

    /** An element by its front view and further views, all links. */
    public static Element of(String frontal, String... references) {
        return of(Media.url(frontal), Stream.of(references).map(Media::url).toList());
    }

    /** An element by its front view and further views. */
    public static Element of(Media frontal, List<Media> references) {
        return new Element(requireNonNull(frontal, "frontal"), List.copyOf(references));
    }

    /** The front view. */
    public Media frontal() {
        return frontal;
    }

    /** Views from other sides; may be empty, then some vendors are sent the front view twice (see the plan). */
    public List<Media> references() {
        return references;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Element that && frontal.equals(that.frontal) && references.equals(that.references);
    }

    @Override
    public int hashCode() {
        return 31 * frontal.hashCode() + references.hashCode();
    }

    @Override
    public String toString() {
        return "Element[" + frontal + (references.isEmpty() ? "" : " " + references) + "]";
    }
}
