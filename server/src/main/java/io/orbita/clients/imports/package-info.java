/**
 * Imports of clients from tables: read, mapped, tried dry, run in batches that outlive any crash, reported row by row, undone.
 *
 * <p>What stands in a file names people: it is kept sealed, never logged, and forgotten after 30 days. One batch is one transaction with its cursor, so a run that is
 * killed goes on where it stopped and no row is taken twice. The dry run and the real one decide by the same code ({@code Decision}).
 */
@NullMarked
package io.orbita.clients.imports;

import org.jspecify.annotations.NullMarked;
