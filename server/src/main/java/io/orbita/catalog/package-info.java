/**
 * What is on sale and for how much: tariffs, promo codes and the quote, which is a pure function of them.
 *
 * <p>Invariants: a quote never costs less than one rouble and never more than the tariff; a promo code is the same code
 * in any case, with any spaces around it; a code with a limit is never used beyond it by two who come at once; this room
 * never takes money.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform::*", "businesses", "businesses::spi"})
package io.orbita.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
