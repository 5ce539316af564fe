/**
 * Which template a client gets, what is changed in it for them, and why: pure rules, the same answer every time, each with
 * its reason in Russian.
 */
@NullMarked
package io.orbita.programs.selection;

import org.jspecify.annotations.NullMarked;
