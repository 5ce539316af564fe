/** The exercise catalogue: what an exercise trains, needs and must not be given for, and what may stand in for it. */
@NullMarked
package io.orbita.programs.exercise;

import org.jspecify.annotations.NullMarked;
