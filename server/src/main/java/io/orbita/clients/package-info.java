/**
 * People as one business knows them: identities, leads, consents, tags, actions, the timeline, merges.
 *
 * <p>A verified identity belongs to one client of the business; an unverified one finds nobody and overwrites nothing. A merge moves no row: the merged card points at the
 * one that stands for the person, other rooms read by all members, and undoing it clears the pointer. Phones and e-mails are sealed and found by keyed hashes. The timeline
 * and the consents are append-only; {@code clients.forget} is the one way to blank a text there.
 *
 * <p>An undone merge was never there: the standing card is as a replay without it would leave it, save for what people changed. Who is deleted is in the trash for 30 days and blocks no phone; then, or
 * when it is asked for, the person is erased: every room's {@link io.orbita.clients.spi.PersonalData} in one transaction, this room last, files by due work afterwards.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform::*", "businesses", "businesses::spi"})
package io.orbita.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
