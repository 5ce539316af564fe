/**
 * Reminders: rules that are data, and the one engine that says what a client is sent, when, and why not.
 *
 * <p>The engine ({@code Engine}) is a pure function of the rules, the situation of a client, what was decided before, and the time. {@code Pass} does
 * what it says, {@code Simulation} shows what it would say.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A step of a rule happens once an occasion, whatever is merged, edited, killed or told twice.
 *   <li>Nothing leaves in the quiet hours of the client's zone, beyond the cap of a week, or to who asked for silence; marketing needs a consent.
 *   <li>What makes a reminder senseless is looked at when it is decided and once more right before it leaves.
 *   <li>A client who is not due costs nothing: one row of due work a client, found by its time.
 * </ul>
 *
 * <p>What is no reminder stands elsewhere: the first question to who paid ({@code dialogues}), the message with the link to pay ({@code payments}), the
 * programme itself ({@code programs}), the questions of a check-in and of NPS ({@code journal}).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "catalog",
            "clients",
            "clients::spi",
            "messaging",
            "messaging::spi",
            "dialogues",
            "dialogues::spi",
            "payments",
            "programs",
            "journal",
            "pipeline"
        })
package io.orbita.marketing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
