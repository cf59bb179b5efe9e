/** From what AI/ML API publishes of its models to facts. Run by hand, never by the build. */
@NullMarked
package io.videojob.models.aimlapi;

import org.jspecify.annotations.NullMarked;
