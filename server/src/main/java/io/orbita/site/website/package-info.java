/** What a business sets for its site, checked: texts, blocks, colour, widget, legal texts. */
@NullMarked
@NamedInterface("website")
package io.orbita.site.website;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
