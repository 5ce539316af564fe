/** A till with toy money behind the same port as the real ones; its notifications are signed with an HMAC. */
@NullMarked
package io.orbita.payments.provider.sandbox;

import org.jspecify.annotations.NullMarked;
