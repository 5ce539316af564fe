/** Bytes that outlive a process, behind a port. */
@NullMarked
@NamedInterface("files")
package io.orbita.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
