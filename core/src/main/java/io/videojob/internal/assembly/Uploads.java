package io.videojob.internal.assembly;

import io.videojob.Element;
import io.videojob.Field;
import io.videojob.Media;
import io.videojob.MediaStore;
import io.videojob.VideoRequest;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Offer;
import io.videojob.catalog.Translation;
import io.videojob.internal.media.InlineData;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes for models that take links only: put into the user's store, else into the vendor's own. What a dry run says is what
 * a job does, but for the links.
 */
final class Uploads {
    /** Stands for a link that is not there yet. Nobody is asked where it leads. */
    private static final Media TO_COME = Media.url("https://to-be-uploaded.invalid/");

    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final int MOST_KNOWN = 200;
    private static final Set<Field> VIDEOS = Set.of(Field.SOURCE_VIDEO, Field.REFERENCE_VIDEOS);

    private final @Nullable MediaStore own;
    private final Map<String, MediaStore> vendors;
    private final Supplier<Instant> now;
    private final Map<Known, Put> known = new LinkedHashMap<>();

    /**
     * Uploads.
     *
     * @param own the user's store; null for none
     * @param vendors the vendors' own, by provider
     */
    Uploads(@Nullable MediaStore own, Map<String, MediaStore> vendors, Supplier<Instant> now) {
        this.own = own;
        this.vendors = vendors;
        this.now = now;
    }

    private record Known(MediaStore store, Media media) {}

    private record Put(Media link, Instant at) {}

    /** The translation of a dry run: nothing is uploaded, and what would be is told. */
    Translation plan(Offer offer, VideoRequest request) {
        Set<Field> fields = fieldsToUpload(offer, request);
        return fields.isEmpty()
                ? offer.translate(request)
                : offer.translate(linked(request, fields, media -> TO_COME))
                        .withRemark(keys(fields), "uploaded when the job is submitted");
    }

    /**
     * The request with links in place of the bytes that the offer's model doesn't take.
     *
     * @throws io.videojob.VideoJobException if an upload didn't work
     */
    VideoRequest withLinks(Offer offer, VideoRequest request) {
        Set<Field> fields = fieldsToUpload(offer, request);
        return fields.isEmpty()
                ? request
                : linked(request, fields, media -> put(store(offer.provider()).orElseThrow(), media));
    }

    /** The translation of the request with its links. */
    Translation told(Offer offer, VideoRequest request, VideoRequest linked) {
        return offer.translate(linked).withRemark(keys(fieldsToUpload(offer, request)), "uploaded");
    }

    private Optional<MediaStore> store(String provider) {
        return Optional.ofNullable(own == null ? vendors.get(provider) : own);
    }

    private Set<Field> fieldsToUpload(Offer offer, VideoRequest request) {
        MediaStore store = store(offer.provider()).orElse(null);
        ModelProfile profile = offer.profile().orElse(null);
        if (store == null || profile == null) {
            return Set.of();
        }
        return request.fields().entrySet().stream()
                .filter(set -> profile.field(set.getKey().key())
                        .filter(spec -> !spec.isInlineAllowed())
                        .isPresent())
                .filter(set -> canBeUploaded(set.getKey(), media(set.getValue()), store))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    /** What is not right for the field, or too large, stays as it is, and is refused as such. */
    private static boolean canBeUploaded(Field field, List<Media> media, MediaStore store) {
        List<Media> inline = media.stream().filter(Media::isInline).toList();
        return !inline.isEmpty()
                && inline.stream().allMatch(one -> isRight(field, one) && size(one) <= store.maxBytes());
    }

    private static boolean isRight(Field field, Media media) {
        String kind = VIDEOS.contains(field) ? "video/" : field == Field.AUDIO ? "audio/" : "image/";
        return field == Field.MASK || contentType(media).startsWith(kind);
    }

    private static long size(Media media) {
        try {
            return InlineData.decode(media.uri()).length;
        } catch (IllegalArgumentException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String contentType(Media media) {
        return InlineData.contentType(media.uri()).orElse("");
    }

    private static List<Media> media(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(item -> media(item).stream()).toList();
        }
        if (value instanceof Element element) {
            return Stream.concat(Stream.of(element.frontal()), element.references().stream())
                    .toList();
        }
        return value instanceof Media media ? List.of(media) : List.of();
    }

    private static VideoRequest linked(VideoRequest request, Set<Field> fields, UnaryOperator<Media> link) {
        UnaryOperator<Media> ifInline = media -> media.isInline() ? link.apply(media) : media;
        VideoRequest.Builder linked = request.toBuilder();
        fields.forEach(field -> linked.set(field, linked(request.get(field).orElseThrow(), ifInline)));
        return linked.build();
    }

    private static Object linked(Object value, UnaryOperator<Media> link) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> linked(item, link)).toList();
        }
        if (value instanceof Element element) {
            return Element.of(
                    link.apply(element.frontal()),
                    element.references().stream().map(link).toList());
        }
        return value instanceof Media media ? link.apply(media) : value;
    }

    /** The same bytes, used again soon, are uploaded once. */
    private synchronized Media put(MediaStore store, Media media) {
        Instant at = this.now.get();
        known.values().removeIf(put -> put.at().plus(KNOWN_FOR).isBefore(at));
        Known key = new Known(store, media);
        Put before = known.get(key);
        if (before != null) {
            return before.link();
        }
        Media link = Media.url(store.put(contentType(media), InlineData.decode(media.uri())));
        if (known.size() >= MOST_KNOWN) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(key, new Put(link, at));
        return link;
    }

    private static Set<String> keys(Set<Field> fields) {
        return fields.stream().map(Field::key).collect(Collectors.toSet());
    }
}
