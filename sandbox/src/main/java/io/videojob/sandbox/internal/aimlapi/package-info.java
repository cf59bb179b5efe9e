/** AI/ML API's wire protocol. */
@NullMarked
package io.videojob.sandbox.internal.aimlapi;

import org.jspecify.annotations.NullMarked;
