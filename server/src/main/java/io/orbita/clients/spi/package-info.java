/** What the room clients asks of others. */
@NullMarked
@NamedInterface("spi")
package io.orbita.clients.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
