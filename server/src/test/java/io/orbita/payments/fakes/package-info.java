/** Payment providers on the loopback that behave as badly as the real ones may. */
@NullMarked
package io.orbita.payments.fakes;

import org.jspecify.annotations.NullMarked;
