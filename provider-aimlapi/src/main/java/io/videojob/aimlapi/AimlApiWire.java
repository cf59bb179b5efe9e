package io.videojob.aimlapi;

import com.squareup.moshi.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** The vendor's routes. What comes in several shapes is an {@code Object}, so that it never spoils the rest. */
interface AimlApiWire {
    @POST("v2/video/generations")
    Call<Generation> create(@Header("X-Client-Request-Id") String tag, @Body Map<String, Object> body);

    @GET("v2/video/generations")
    Call<Generation> generation(@Query("generation_id") String id);

    @POST("v1/images/generations")
    Call<Map<String, Object>> images(@Header("X-Client-Request-Id") String tag, @Body Map<String, Object> body);

    /** A video job; its id comes under either name. */
    record Generation(
            @Nullable String id,
            @Json(name = "generation_id") @Nullable String otherId,
            @Nullable String status,
            @Nullable Object video,
            @Nullable Object error,
            @Nullable Object meta) {}
}
