/** Channels, conversations, the outgoing queue, notices to staff. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform::*", "businesses", "businesses::spi", "clients", "clients::spi"})
package io.orbita.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
