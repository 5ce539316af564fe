/** A till with toy money behind the same port as the real ones, with books of its own; its notifications are sealed with an HMAC. */
@NullMarked
package io.orbita.payments.provider.sandbox;

import org.jspecify.annotations.NullMarked;
