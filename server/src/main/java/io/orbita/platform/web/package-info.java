/** How the outside asks and how it is answered: refusals, pages, idempotency, limits. */
@NullMarked
@NamedInterface("web")
package io.orbita.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
