package io.videojob.catalog;

import io.videojob.Element;
import io.videojob.Field;
import io.videojob.Media;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes media and elements, and refuses those that the vendor couldn't load. */
final class MediaWriter {
    private static final Set<Field> VIDEOS = Set.of(Field.SOURCE_VIDEO, Field.REFERENCE_VIDEOS);

    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");
    private static final int UNIQUE_LOCAL = 0xfc;

    private final FieldSpec spec;
    private final List<String> refusals = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private MediaWriter(FieldSpec spec) {
        this.spec = spec;
    }

    static Written write(FieldSpec spec, Object value) {
        MediaWriter writer = new MediaWriter(spec);
        String shown = Values.show(value);
        Object wire = spec.type().isList() || value instanceof List ? writer.several(value) : writer.one(value, "");
        return writer.refusals.isEmpty()
                ? Written.as(wire, shown, writer.remarks.isEmpty() ? null : String.join("; ", writer.remarks))
                : Written.refused(shown, String.join("; ", writer.refusals));
    }

    /** A list, but for a vendor that takes one where the neutral field is a list, or a list where that is one. */
    private Object several(Object value) {
        if (!spec.type().isList() && isNeutral(List.class) && value instanceof List<?> items) {
            return items.size() == 1 ? one(items.get(0), "") : wrong("has " + items.size() + "; this model takes one");
        }
        return spec.type().isList() && isNeutral(Media.class) ? list(List.of(value)) : list(value);
    }

    private boolean isNeutral(Class<?> type) {
        return spec.field().filter(field -> field.type() == type).isPresent();
    }

    private Object list(Object value) {
        if (!(value instanceof List<?> items)) {
            return wrong("is no list");
        }
        if (!spec.type().isList()) {
            return wrong("is a list; this takes one");
        }
        String number = WireWriter.itemsRefusal(spec, items.size());
        if (number != null) {
            refusals.add(number);
        }
        List<Object> all = new ArrayList<>();
        for (Object item : items) {
            all.add(one(item, items.size() == 1 ? "" : "number " + (all.size() + 1) + " "));
        }
        return List.copyOf(all);
    }

    private Object one(@Nullable Object item, String which) {
        if (spec.type() == WireType.ELEMENTS) {
            return item instanceof Element element ? element(element, which) : wrong(which + "is no element");
        }
        if (item instanceof Media media) {
            return medium(media, which);
        }
        if (!(item instanceof String text)) {
            return wrong(which + "is no link");
        }
        try {
            return medium(Media.url(text), which);
        } catch (IllegalArgumentException e) {
            return wrong(which + "is " + e.getMessage());
        }
    }

    private Object wrong(String why) {
        refusals.add(why);
        return why;
    }

    private Object element(Element element, String which) {
        ElementShape shape = spec.elementShape().orElseThrow();
        List<Media> others = element.references();
        if (others.isEmpty() && shape.minOthers() > 0 && shape.isFrontStandingIn()) {
            others = List.of(element.frontal());
            remarks.add(which + "has a front view only, which is sent as its other view, too");
        }
        if (others.size() < shape.minOthers() || others.size() > shape.maxOthers()) {
            refusals.add(which + "has " + others.size() + " views beside the front view; this model takes "
                    + shape.minOthers() + " to " + shape.maxOthers());
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(shape.front(), media(element.frontal(), which));
        if (!others.isEmpty()) {
            written.put(
                    shape.others(),
                    others.stream().map(other -> media(other, which)).toList());
        }
        return Collections.unmodifiableMap(written);
    }

    /** One medium by itself: a link, or an object with one. */
    private Object medium(Media media, String which) {
        Object link = media(media, which);
        return spec.elementShape()
                .map(shape -> {
                    Map<String, Object> written = new LinkedHashMap<>(shape.constants());
                    written.put(shape.front(), link);
                    return (Object) Collections.unmodifiableMap(written);
                })
                .orElse(link);
    }

    private Object media(Media media, String which) {
        String refusal = media.isInline() ? inlineRefusal(media) : linkRefusal(media);
        if (refusal != null) {
            refusals.add(which + refusal);
        }
        return media.uri();
    }

    private @Nullable String inlineRefusal(Media media) {
        if (!spec.isInlineAllowed()) {
            return "travels with the request; this field takes links only: upload it and give its https link";
        }
        String kind = kind();
        String type = media.uri().substring(5).toLowerCase(Locale.ROOT);
        return kind == null || type.startsWith(kind + "/")
                ? null
                : "is "
                        + type.substring(0, Math.min(type.length(), type.indexOf(',')))
                                .replaceAll(";.*", "") + " where " + kind + " belongs";
    }

    private @Nullable String kind() {
        return spec.field()
                .map(field -> VIDEOS.contains(field) ? "video" : field == Field.AUDIO ? "audio" : "image")
                .orElse(null);
    }

    private @Nullable String linkRefusal(Media media) {
        URI link = URI.create(media.uri());
        String scheme = media.scheme().orElse("");
        if (!spec.schemes().contains(scheme)) {
            return "is an " + scheme + " link; the vendor loads " + String.join(" and ", spec.schemes())
                    + " links only";
        }
        return isAtHome(link.getHost())
                ? "is a link into your own network, which the vendor can't load; put it where the internet sees it"
                : null;
    }

    /** By the name alone: nobody is asked where a name leads. */
    private static boolean isAtHome(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost") || name.endsWith(".local")) {
            return true;
        }
        if (!name.startsWith("[") && !IPV4.matcher(name).matches()) {
            return false;
        }
        try {
            InetAddress address = InetAddress.getByName(name);
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL);
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
