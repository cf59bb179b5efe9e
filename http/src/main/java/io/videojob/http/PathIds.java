package io.videojob.http;

import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Path;

/**
 * Guards the ids that stand in a path. A blank one, {@code .} and {@code ..} make another address than the job's, so no job
 * has such an id: nothing is asked, and the answer is that of a vendor that doesn't know it.
 */
final class PathIds extends Converter.Factory {
    private final String vendor;

    PathIds(String vendor) {
        this.vendor = vendor;
    }

    @Override
    public @Nullable Converter<?, String> stringConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        boolean inPath = type == String.class && Stream.of(annotations).anyMatch(Path.class::isInstance);
        return inPath ? (String id) -> check(id) : null;
    }

    private String check(String id) {
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            String message = vendor + ": no job can have the id \"" + id + "\"; check the reference";
            throw new ProviderException(message, RefusalReason.NOT_FOUND, null, VendorAnswer.ofMessage(message));
        }
        return id;
    }
}
