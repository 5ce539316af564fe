/**
 * The dialogue itself, as a pure function: a state, what came in and what is known of the client give the next state, the
 * replies and what else is to be done.
 *
 * <p>Invariants: the same step on the same input gives the same result; no input throws; an accepted answer is in the
 * state until the client changes it, finishes, or has the data erased; there is always a way on and a way out.
 */
@NullMarked
package io.orbita.dialogues.talk;

import org.jspecify.annotations.NullMarked;
