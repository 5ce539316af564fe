/** Keys, encrypted fields, keyed hashes, unguessable names. */
@NullMarked
@NamedInterface("crypto")
package io.orbita.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
