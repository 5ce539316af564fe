/**
 * The library that comes with the distribution: templates built by stated rules and written once, in the owner's own
 * sheet format, to {@code resources/programs/library}. A test builds it anew and compares byte for byte.
 */
@NullMarked
package io.orbita.programs.library;

import org.jspecify.annotations.NullMarked;
