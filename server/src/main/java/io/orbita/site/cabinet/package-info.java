/**
 * The cabinet of a client: the ways in, and what is shown and taken there.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A link opens once, within half an hour; a session is one device's and can be ended from any other.
 *   <li>Whoever is inside sees one person of one business; anything else does not exist for them.
 *   <li>Whether an address is known is told to nobody but its owner.
 * </ul>
 */
@NullMarked
package io.orbita.site.cabinet;

import org.jspecify.annotations.NullMarked;
