/** AI/ML API (api.aimlapi.com) as a provider: {@link io.videojob.aimlapi.AimlApi}. */
@NullMarked
package io.videojob.aimlapi;

import org.jspecify.annotations.NullMarked;
