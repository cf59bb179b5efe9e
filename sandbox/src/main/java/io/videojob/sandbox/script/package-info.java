/** What a test tells the sandbox to do: faults on the wire, and how jobs run and end. */
@NullMarked
package io.videojob.sandbox.script;

import org.jspecify.annotations.NullMarked;
