package io.videojob;

import java.util.List;
import java.util.Optional;

/**
 * Settings, models and journal, to look at only: it sends nothing, asks no vendor, steps no job, and needs no key. Made by
 * {@link VideoJobs.Builder#inspect()}. The journal is opened when it is first asked. Thread-safe.
 */
public interface Inspection extends AutoCloseable {

    /** Every provider that the settings name or an adapter is there for; those in use first, in the order of the route. */
    List<ProviderInfo> providers();

    /**
     * The models of the providers in use; while no provider has a key, of every vendor that an adapter is there for.
     *
     * @throws ConfigurationException if the route names a provider that doesn't exist
     */
    default List<ModelInfo> models() {
        return models(ModelQuery.all());
    }

    /** Those of {@link #models()} that are wanted. */
    List<ModelInfo> models(ModelQuery query);

    /**
     * What would be sent where, among the providers whose models {@link #models()} lists. Reads the journal if a day has a
     * budget.
     *
     * @throws RequestRejectedException if none of them has the model
     */
    Plan plan(VideoRequest request);

    /** A job as the journal has it. */
    Optional<JobSnapshot> find(JobId id);

    /** The job that holds a vendor's reference. */
    Optional<JobSnapshot> find(VendorRef vendorRef);

    /** The jobs of the journal, newest first. */
    List<JobSnapshot> list(JobFilter filter);

    /** Everything that happened to a job so far. */
    Optional<Explanation> explain(JobId id);

    /** True if a day has a budget, for a provider in use or for all. */
    boolean hasDayBudget();

    /** What {@link VideoJobs#spending()} tells, of the providers in use. */
    Spending spending();

    /** Closes the journal if it was opened. */
    @Override
    void close();
}
