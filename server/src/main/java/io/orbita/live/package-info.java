/**
 * Open pages that update by themselves: a stream of events for each, that says what changed and never how. A leaf, nobody calls it. A word that is lost costs a
 * page one reading more.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform::*", "businesses", "clients", "messaging", "pipeline"})
package io.orbita.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
