/**
 * The owner's spreadsheet: reads CSV or XLSX in the wide format (a row a session) and the long one (a row an exercise),
 * mends what spreadsheets are known to spoil, and says per row what it cannot mend. Never half a library: good, or refused.
 */
@NullMarked
package io.orbita.programs.sheet;

import org.jspecify.annotations.NullMarked;
