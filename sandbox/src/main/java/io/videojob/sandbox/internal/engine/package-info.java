/** What both vendors share: jobs, limits, faults, records, files. */
@NullMarked
package io.videojob.sandbox.internal.engine;

import org.jspecify.annotations.NullMarked;
