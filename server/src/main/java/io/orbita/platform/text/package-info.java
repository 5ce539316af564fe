/** Phones, plurals, clean input, links as pictures. */
@NullMarked
@NamedInterface("text")
package io.orbita.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
