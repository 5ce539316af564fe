/** Phones, plurals, clean input. */
@NullMarked
@NamedInterface("text")
package io.orbita.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
