/** What is on sale and what it costs: tariffs, promo codes, quotes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform::*", "businesses"})
package io.orbita.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
