/** Reads what Eachlabs prints about its models: parameter tables, and limits in prose. Run by hand, never by the build. */
@NullMarked
package io.videojob.models.eachlabs;

import org.jspecify.annotations.NullMarked;
