package io.videojob.eachlabs;

import com.squareup.moshi.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The endpoints. Whatever the vendor's documents give several forms is a tree here, and read by the mapper. */
interface EachlabsWire {

    @POST("v1/prediction/")
    Call<Map<String, Object>> create(@Header("X-Request-Id") String sendTag, @Body Create body);

    @GET("v1/prediction/{id}")
    Call<Prediction> prediction(@Path("id") String id);

    @POST("v1/prediction/{id}/cancel")
    Call<Map<String, Object>> cancel(@Path("id") String id);

    /** The organization's executions, newest first. */
    @GET("v1/executions")
    Call<Executions> executions(
            @Query("model") String model,
            @Query("from") Instant from,
            @Query("to") Instant to,
            @Query("limit") int limit,
            @Query("offset") int offset);

    /** What makes a prediction; no {@code version}, which the vendor ignores. */
    record Create(
            String model,
            Map<String, Object> input,
            @Json(name = "webhook_url") @Nullable String webhookUrl,
            @Json(name = "webhook_secret") @Nullable String webhookSecret) {}

    /** How a prediction stands. */
    record Prediction(
            @Nullable String status,
            @Nullable Object output,
            @Nullable Object input,
            @Nullable Object metrics,
            @Nullable Object error,
            @Nullable Object message,
            @Nullable Object details) {}

    /** A page of {@link Execution}s. */
    record Executions(@Nullable List<Execution> executions) {}

    /** One row: neither the input nor any reference of ours. */
    record Execution(@Nullable String id, @Nullable String model) {}
}
