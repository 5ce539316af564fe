/** Which business a piece of work belongs to, and how the database is told. */
@NullMarked
@NamedInterface("tenancy")
package io.orbita.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
