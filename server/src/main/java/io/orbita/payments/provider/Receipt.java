package io.orbita.payments.provider;

import io.orbita.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the tax office is told about one sale of one service, paid in full (54-FZ). The buyer's e-mail or phone is
 * mandatory.
 *
 * @param phone E.164, with «+»
 * @param item what was sold, as on the receipt
 * @param price equals the sum that is paid or given back
 */
public record Receipt(
        @Nullable String email,
        @Nullable String phone,
        String item,
        Money price,
        VatCode vat,
        @Nullable TaxSystem taxSystem) {

    public Receipt {
        if (email == null && phone == null) {
            throw new IllegalArgumentException("A receipt needs the buyer's e-mail or phone");
        }
    }

    /** Says nothing about the buyer: records are printed into logs by accident. */
    @Override
    public String toString() {
        return "Receipt[%s, %s, %s]".formatted(price, vat, taxSystem);
    }
}
