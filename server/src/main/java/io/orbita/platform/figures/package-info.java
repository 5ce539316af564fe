/** What figures of all rooms share: a definition next to the code, and periods in the days of a business. */
@NullMarked
@NamedInterface("figures")
package io.orbita.platform.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
