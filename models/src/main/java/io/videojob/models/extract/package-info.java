/** From what AI/ML API publishes of its models to facts. Run by hand, never by the build. */
@NullMarked
package io.videojob.models.extract;

import org.jspecify.annotations.NullMarked;
