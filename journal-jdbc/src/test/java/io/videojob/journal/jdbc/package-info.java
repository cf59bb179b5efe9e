/** Tests of the JDBC journal, on real files. */
@NullMarked
package io.videojob.journal.jdbc;

import org.jspecify.annotations.NullMarked;
