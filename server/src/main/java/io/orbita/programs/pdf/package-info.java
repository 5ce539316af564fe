/** The programme on paper: A4, a page a week, columns to write weights into. */
@NullMarked
package io.orbita.programs.pdf;

import org.jspecify.annotations.NullMarked;
