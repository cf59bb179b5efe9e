package io.videojob.eachlabs;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** The vendor's routes. What comes in several shapes is an {@code Object}, so that it never spoils the rest. */
interface EachlabsWire {
    @POST("v1/prediction/")
    Call<Map<String, Object>> create(@Header("X-Request-Id") String tag, @Body Map<String, Object> body);

    @GET("v1/prediction/{id}")
    Call<Prediction> prediction(@Path("id") String id);

    @POST("v1/prediction/{id}/cancel")
    Call<Map<String, Object>> cancel(@Path("id") String id);

    record Prediction(
            @Nullable String status,
            @Nullable Object output,
            @Nullable Object input,
            @Nullable Object metrics,
            @Nullable Object error,
            @Nullable Object message,
            @Nullable Object details) {}
}
