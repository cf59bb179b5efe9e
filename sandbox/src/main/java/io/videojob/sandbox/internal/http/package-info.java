/** A very small HTTP/1.1 server that can also misbehave on the raw socket. */
@NullMarked
package io.videojob.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
