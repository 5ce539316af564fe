/** What the room dialogues asks of others. */
@NullMarked
@NamedInterface("spi")
package io.orbita.dialogues.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
