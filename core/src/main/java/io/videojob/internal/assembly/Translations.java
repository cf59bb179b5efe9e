package io.videojob.internal.assembly;

import io.videojob.FieldReport;
import io.videojob.VideoRequest;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Offer;
import io.videojob.catalog.Translation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests in the words of models that are still there: one past its end is no candidate, and that is told. */
final class Translations {
    private static final Logger LOG = LoggerFactory.getLogger(Translations.class);

    private final Uploads uploads;
    private final Supplier<Instant> now;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    Translations(Uploads uploads, Supplier<Instant> now) {
        this.uploads = uploads;
        this.now = now;
    }

    /** As a dry run has it: nothing is uploaded. */
    Translation plan(Offer offer, VideoRequest request) {
        return offer.profile()
                .filter(this::hasEnded)
                .map(profile -> ended(offer, profile))
                .orElseGet(() -> uploads.plan(offer, request));
    }

    Uploads uploads() {
        return uploads;
    }

    private boolean hasEnded(ModelProfile profile) {
        LocalDate today = LocalDate.ofInstant(now.get(), ZoneOffset.UTC);
        return profile.endsOn().filter(last -> today.isAfter(last)).isPresent();
    }

    private Translation ended(Offer offer, ModelProfile profile) {
        String why = "ended on " + profile.endsOn().orElseThrow()
                + profile.replacedBy()
                        .map(next -> "; the vendor advises " + next + " in its place")
                        .orElse("; take another model");
        if (warned.add(offer.toString())) {
            LOG.warn("{} leaves the routes: it {}", offer, why);
        }
        return Translation.refused(profile.slug(), FieldReport.refused("model", profile.slug(), why));
    }
}
