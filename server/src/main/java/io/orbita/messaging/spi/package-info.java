/** What the room messaging asks of others. */
@NullMarked
@NamedInterface("spi")
package io.orbita.messaging.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
