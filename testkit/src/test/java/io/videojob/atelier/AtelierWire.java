package io.videojob.atelier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The vendor's routes. Nothing in an answer is sure to be there; what comes in several shapes is an {@code Object}. */
interface AtelierWire {
    @POST("studio/films")
    Call<Film> order(@Body Map<String, Object> order);

    @GET("studio/films/{number}")
    Call<Film> film(@Path("number") String number);

    @POST("studio/films/{number}/stop")
    Call<Object> stop(@Path("number") String number);

    @GET("studio/films")
    Call<Films> films(@Query("reference") String reference);

    record Film(
            @Nullable String number,
            @Nullable Object stage,
            @Nullable Object reels,
            @Nullable Object complaint) {}

    record Films(@Nullable List<Film> films) {}
}
