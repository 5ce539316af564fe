/**
 * Taking money and giving it back: payments, refunds, receipts, and the providers behind one port.
 *
 * <p>Invariants: nothing but a provider's proof or a person of the staff completes a payment; a payment completes once; a
 * completed one never goes back except by a refund; no provider is called inside a transaction; what a provider did not
 * answer is unknown, never assumed, and asked again.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "businesses::spi",
            "catalog",
            "clients",
            "clients::spi",
            "messaging",
            "dialogues",
            "dialogues::spi"
        })
package io.orbita.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
