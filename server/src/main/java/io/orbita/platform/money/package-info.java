/**
 * Amounts of money: whole kopecks with a currency, exact arithmetic, one spelling in JSON and one on the screen. No
 * floating point anywhere.
 */
@NullMarked
@NamedInterface("money")
package io.orbita.platform.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
