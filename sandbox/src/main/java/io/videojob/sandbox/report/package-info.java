/** What the sandbox saw and did, for a test to assert. */
@NullMarked
package io.videojob.sandbox.report;

import org.jspecify.annotations.NullMarked;
