/** Work that must happen is a row: due work, claimed by one node at a time. */
@NullMarked
@NamedInterface("jobs")
package io.orbita.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
