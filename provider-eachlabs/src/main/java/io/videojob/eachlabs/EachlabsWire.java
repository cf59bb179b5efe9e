package io.videojob.eachlabs;

import io.videojob.http.Json;
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

/** The vendor's routes. What comes in several shapes is an {@code Object}, so that it never spoils the rest. */
interface EachlabsWire {
    /** The most rows that a list gives at once. */
    int ROWS = 100;

    @POST("v1/prediction/")
    Call<Map<String, Object>> create(@Header("X-Request-Id") String tag, @Body Map<String, Object> body);

    @GET("v1/prediction/{id}")
    Call<Prediction> prediction(@Path("id") String id);

    @POST("v1/prediction/{id}/cancel")
    Call<Map<String, Object>> cancel(@Path("id") String id);

    /** Of the whole organization, newest first; a row has neither the input nor any reference of ours. */
    @GET("v1/executions?limit=" + ROWS)
    Call<Executions> executions(
            @Query("model") String model,
            @Query("from") Instant from,
            @Query("to") Instant to,
            @Query("offset") int offset);

    record Prediction(
            @Nullable String status,
            @Nullable Object output,
            @Nullable Object input,
            @Nullable Object metrics,
            @Nullable Object error,
            @Nullable Object message,
            @Nullable Object details) {}

    record Executions(@Nullable List<Map<String, Object>> executions) {
        List<Map<String, Object>> rows() {
            return Json.required(executions, "eachlabs: an answer without executions");
        }
    }
}
