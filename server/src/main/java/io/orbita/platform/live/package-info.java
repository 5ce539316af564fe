/** What open pages are told: that something changed, never what. A leaf of the platform: rooms tell, the room {@code live} passes on. */
@NullMarked
@NamedInterface("live")
package io.orbita.platform.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
