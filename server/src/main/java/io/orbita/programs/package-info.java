/**
 * Training programmes: the owner's templates, the choice of one for a client, the programme that comes out of it, the page
 * it is printed on, and its way to the client.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>The exercise table of a programme comes from a template and stated rules only: the same client and the same sheet
 *       give the same programme.
 *   <li>A sheet that is broken never replaces the last good one, and the report says per row what is wrong.
 *   <li>A template's profile id («Women_1») is for staff, a client never sees it.
 *   <li>One payment gives one programme, whatever comes twice or late.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "businesses::spi",
            "clients",
            "clients::spi",
            "messaging",
            "dialogues",
            "dialogues::spi",
            "payments"
        })
package io.orbita.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
