/**
 * The questionnaire as data: what is asked, in which order, of whom, and what counts as an answer.
 *
 * <p>Invariants: a definition never changes once published (a new wording is a new version); which questions are asked
 * follows from the answers alone ({@link io.orbita.dialogues.questionnaire.Walk}); nothing here knows a channel, a
 * database or the time.
 */
@NullMarked
package io.orbita.dialogues.questionnaire;

import org.jspecify.annotations.NullMarked;
