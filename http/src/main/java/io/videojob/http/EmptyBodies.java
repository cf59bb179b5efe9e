package io.videojob.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** An answer without a byte in it is null whatever its status, as Retrofit has it for 204 alone; it isn't broken JSON. */
final class EmptyBodies extends Converter.Factory {
    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        Converter<ResponseBody, Object> next = retrofit.nextResponseBodyConverter(this, type, annotations);
        return body -> {
            try (body) {
                return body.source().exhausted() ? null : next.convert(body);
            }
        };
    }
}
