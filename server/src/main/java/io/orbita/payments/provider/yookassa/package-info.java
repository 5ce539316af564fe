/**
 * YooKassa, API v3. Notifications are not signed: one is a hint, and the payment is read again from the API.
 */
@NullMarked
package io.orbita.payments.provider.yookassa;

import org.jspecify.annotations.NullMarked;
