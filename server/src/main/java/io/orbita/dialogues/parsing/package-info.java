/**
 * Reads what people type and makes answers of it, or says in one friendly line what would be accepted.
 *
 * <p>Invariants: pure; never throws on any input; linear in the length of the input; in doubt about health the answer is
 * «there is something», never «all is well».
 */
@NullMarked
package io.orbita.dialogues.parsing;

import org.jspecify.annotations.NullMarked;
