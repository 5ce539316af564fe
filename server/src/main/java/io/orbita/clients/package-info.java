/** People as one business knows them: identities, leads, consents, tags, actions, the timeline, merges. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform::*", "businesses", "businesses::spi"})
package io.orbita.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
