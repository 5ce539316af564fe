/**
 * The progress journal: what clients measure, how their weeks go, and what they say of us in the end.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A figure is never overwritten: a correction is another row, and the former ones stay readable.
 *   <li>No figure outside the bounds of its measure is kept; one that jumps by more than 15 % is kept only after somebody said it is right.
 *   <li>A week of a programme has one check-in that counts, the newest; what it changes in the plan is decided by programs.
 *   <li>One programme asks for one score from 0 to 10, whatever comes twice or late.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "clients",
            "clients::spi",
            "messaging",
            "dialogues::spi",
            "programs"
        })
package io.orbita.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
