/** What the room of businesses asks of others: the integrations that an owner can set up, and a way for letters to staff. */
@NullMarked
@NamedInterface("spi")
package io.orbita.businesses.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
