package io.videojob.internal.assembly;

import io.videojob.BudgetExceededException;
import io.videojob.Cost;
import io.videojob.ModelInfo;
import io.videojob.ModelQuery;
import io.videojob.Plan;
import io.videojob.RequestRejectedException;
import io.videojob.Spending;
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
    private final Supplier<Spending> spending;

    Planner(Catalog catalog, List<String> route, Budget budget, Supplier<Spending> spending) {
        this.catalog = catalog;
        this.route = route;
        this.budget = budget;
        this.spending = spending;
    }

    List<ModelInfo> models(ModelQuery query) {
        return catalog.models(query);
    }

    Plan plan(VideoRequest request) {
        return plan(request, catalog.resolve(request, route), budget, spending);
    }

    /** What these offers come to, and whether the budget has room for it; the journal is asked only if a day has a limit. */
    static Plan plan(VideoRequest request, List<Offer> offers, Budget budget, Supplier<Spending> spending) {
        Spending now = budget.isLimitedByDay() ? spending.get() : null;
        return new Plan(
                request.model(),
                offers.stream()
                        .map(offer -> offer.plan(request))
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

    /** The request with those who can serve it; at least one, or an exception. */
    Jobs.Order order(VideoRequest request) {
        List<Plan.Candidate> refusing = new ArrayList<>();
        List<Candidate> accepting = new ArrayList<>();
        List<String> tooDear = new ArrayList<>();
        for (Offer offer : catalog.resolve(request, route)) {
            Translation translation = offer.translate(request);
            BigDecimal price = translation.price().map(Cost::amount).orElse(null);
            if (!translation.isAccepted()) {
                refusing.add(translation.toCandidate(offer.provider()));
            } else if (budget.refusal(offer.provider(), price).isPresent()) {
                budget.refusal(offer.provider(), price).ifPresent(why -> tooDear.add(offer.provider() + ": " + why));
            } else {
                accepting.add(new Candidate(
                        offer.provider(),
                        offer.model(),
                        translation.body(),
                        translation.reports(),
                        budget.toReserve(offer.provider(), price),
                        times(offer)));
            }
        }
        if (accepting.isEmpty()) {
            if (tooDear.isEmpty()) {
                throw new RequestRejectedException(new Plan(request.model(), refusing));
            }
            throw new BudgetExceededException("nothing was sent: " + String.join("; ", tooDear), null);
        }
        return new Jobs.Order(request, accepting);
    }

    private static Candidate.Times times(Offer offer) {
        return offer.profile().map(Planner::times).orElse(UNKNOWN_TIMES);
    }

    private static Candidate.Times times(ModelProfile profile) {
        return new Candidate.Times(profile.usualRun(), profile.longestRun(), profile.createTimeout());
    }
}
