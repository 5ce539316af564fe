/** Facts that rooms tell each other, and the log of them that followers read by a cursor. */
@NullMarked
@NamedInterface("events")
package io.orbita.platform.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
