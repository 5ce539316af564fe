/** The database: embedded or given, its roles, its schema rules. */
@NullMarked
@NamedInterface("jdbc")
package io.orbita.platform.jdbc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
