/**
 * People as one business knows them: identities, leads, consents, tags, actions, the timeline, merges.
 *
 * <p>A verified identity belongs to one client of the business; an unverified one finds nobody and overwrites nothing. A merge moves no row: the merged card points at the
 * one that stands for the person, other rooms read by all members, and undoing it clears the pointer. Phones and e-mails are sealed and found by keyed hashes. The timeline
 * and the consents are append-only; {@code clients.forget} is the one way to blank a text there.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform::*", "businesses", "businesses::spi"})
package io.orbita.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
