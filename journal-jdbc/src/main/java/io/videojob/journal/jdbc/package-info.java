/** A journal that outlives the process: {@link io.videojob.journal.jdbc.JdbcJournal} keeps jobs in a database. */
@NullMarked
package io.videojob.journal.jdbc;

import org.jspecify.annotations.NullMarked;
