package io.videojob.internal.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user decided and what the providers are like, as far as the engine's decisions rest on it.
 *
 * @param failover when another provider may be tried
 * @param uncertain what becomes of a create that can't be found
 * @param unreachableAfter a run of failed looks this long is told as trouble
 * @param pacer when to look
 * @param providers by name
 * @param perJob US dollars that all attempts of a job may cost together; null for no limit
 */
public record Rules(
        Failover failover,
        Uncertain uncertain,
        Duration unreachableAfter,
        Pacer pacer,
        Map<String, ProviderRules> providers,
        @Nullable BigDecimal perJob) {

    /** Past the create's timeout, this much longer before an unanswered create counts as uncertain. */
    static final Duration ANSWER_MARGIN = Duration.ofSeconds(10);

    /** When another provider may be tried. */
    public enum Failover {
        /** Never. */
        OFF,
        /** When the first provably has no job for us, or its job ended unpaid by a fault of the vendor. */
        ON,
        /** Also when the first job was paid for and failed by a fault of the vendor. */
        EVEN_IF_BILLED
    }

    /** What becomes of a create that no look-up found in time. */
    public enum Uncertain {
        /** The job is parked until the user settles it. */
        ASK,
        /** It is sent again at the same provider: may cost twice. */
        RETRY,
        /** It is sent to the next provider: may cost twice. */
        FAILOVER
    }

    /**
     * One provider's.
     *
     * @param retry of creates
     * @param minLook looking more often buys nothing
     * @param absenceProvesAfter how long after a create not being listed proves that there is no job; null: never
     */
    public record ProviderRules(
            RetryPolicy retry, Duration minLook, @Nullable Duration absenceProvesAfter) {
        Optional<Duration> absenceProves() {
            return Optional.ofNullable(absenceProvesAfter);
        }
    }

    /** For a provider that this process doesn't have: nothing is sent there, so the numbers hardly matter. */
    private static final ProviderRules STRANGER = new ProviderRules(
            RetryPolicy.of(1, Duration.ofSeconds(1), Duration.ofMinutes(1)), Duration.ofSeconds(5), null);

    ProviderRules provider(String name) {
        return providers.getOrDefault(name, STRANGER);
    }
}
