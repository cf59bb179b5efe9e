package io.videojob.internal.assembly;

import io.videojob.BudgetExceededException;
import io.videojob.Cost;
import io.videojob.ModelInfo;
import io.videojob.ModelQuery;
import io.videojob.Plan;
import io.videojob.RequestRejectedException;
import io.videojob.Spending;
import io.videojob.VideoJobException;
import io.videojob.VideoRequest;
import io.videojob.catalog.Catalog;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Offer;
import io.videojob.catalog.Translation;
import io.videojob.internal.engine.Candidate;
import io.videojob.internal.engine.Jobs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds who can serve a request, in the vendors' words: the same for a free dry run and for a job. */
final class Planner {
    /** For models that no profile describes. */
    private static final Candidate.Times UNKNOWN_TIMES =
            new Candidate.Times(Duration.ofMinutes(3), Duration.ofMinutes(30), Duration.ofSeconds(60));

    private final Catalog catalog;
    private final List<String> route;
    private final Budget budget;
    private final Translations translations;
    private final Supplier<Spending> spending;

    Planner(
            Catalog catalog,
            List<String> route,
            Budget budget,
            Translations translations,
            Supplier<Spending> spending) {
        this.catalog = catalog;
        this.route = route;
        this.budget = budget;
        this.translations = translations;
        this.spending = spending;
    }

    List<ModelInfo> models(ModelQuery query) {
        return catalog.models(query);
    }

    Plan plan(VideoRequest request) {
        return plan(request, catalog.resolve(request, route), budget, translations, spending);
    }

    /** What these offers come to, and whether the budget has room for it; the journal is asked only if a day has a limit. */
    static Plan plan(
            VideoRequest request,
            List<Offer> offers,
            Budget budget,
            Translations translations,
            Supplier<Spending> spending) {
        Spending now = budget.isLimitedByDay() ? spending.get() : null;
        return new Plan(
                request.model(),
                offers.stream()
                        .map(offer -> translations.plan(offer, request).toCandidate(offer.provider()))
                        .map(candidate -> withBudget(candidate, budget, now))
                        .toList());
    }

    private static Plan.Candidate withBudget(Plan.Candidate candidate, Budget budget, @Nullable Spending now) {
        if (!candidate.isAccepted()) {
            return candidate;
        }
        BigDecimal price = candidate.price().map(Cost::amount).orElse(null);
        String provider = candidate.provider();
        Optional<String> why = now == null ? budget.refusal(provider, price) : budget.shortage(provider, price, now);
        return why.map(candidate::withOverBudget).orElse(candidate);
    }

    /**
     * The request with those who can serve it; at least one, or an exception. Bytes that a model doesn't take are uploaded,
     * once it is known that it can be used; a candidate whose upload fails is out, and told with the others.
     */
    Jobs.Order order(VideoRequest request) {
        List<Plan.Candidate> refusing = new ArrayList<>();
        List<Candidate> accepting = new ArrayList<>();
        List<String> tooDear = new ArrayList<>();
        List<VideoJobException> notUploaded = new ArrayList<>();
        VideoRequest kept = request;
        for (Offer offer : catalog.resolve(request, route)) {
            Translation translation = translations.plan(offer, request);
            BigDecimal price = translation.price().map(Cost::amount).orElse(null);
            Optional<String> overBudget = budget.refusal(offer.provider(), price);
            if (!translation.isAccepted()) {
                refusing.add(translation.toCandidate(offer.provider()));
            } else if (overBudget.isPresent()) {
                tooDear.add(offer.provider() + ": " + overBudget.get());
            } else {
                try {
                    VideoRequest linked = translations.uploads().withLinks(offer, request);
                    accepting.add(candidate(offer, translations.uploads().told(offer, request, linked)));
                    kept = accepting.size() == 1 ? linked : kept;
                } catch (VideoJobException e) {
                    notUploaded.add(e);
                }
            }
        }
        if (accepting.isEmpty()) {
            throw nobody(request, refusing, tooDear, notUploaded);
        }
        return new Jobs.Order(
                kept, accepting, notUploaded.stream().map(Throwable::getMessage).toList());
    }

    private static VideoJobException nobody(
            VideoRequest request,
            List<Plan.Candidate> refusing,
            List<String> tooDear,
            List<VideoJobException> notUploaded) {
        if (!notUploaded.isEmpty()) {
            return notUploaded.get(0);
        }
        return tooDear.isEmpty()
                ? new RequestRejectedException(new Plan(request.model(), refusing))
                : new BudgetExceededException("nothing was sent: " + String.join("; ", tooDear), null);
    }

    private Candidate candidate(Offer offer, Translation translation) {
        BigDecimal price = translation.price().map(Cost::amount).orElse(null);
        return new Candidate(
                offer.provider(),
                offer.model(),
                translation.body(),
                translation.reports(),
                budget.toReserve(offer.provider(), price),
                times(offer));
    }

    private static Candidate.Times times(Offer offer) {
        return offer.profile().map(Planner::times).orElse(UNKNOWN_TIMES);
    }

    private static Candidate.Times times(ModelProfile profile) {
        return new Candidate.Times(profile.usualRun(), profile.longestRun(), profile.createTimeout());
    }
}
