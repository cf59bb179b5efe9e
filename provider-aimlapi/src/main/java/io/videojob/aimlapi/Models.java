package io.videojob.aimlapi;

import io.videojob.catalog.ModelProfile;
import java.util.List;

/** For the time being. */
final class Models {
    static final List<ModelProfile> ALL = List.of();

    private Models() {}
}
