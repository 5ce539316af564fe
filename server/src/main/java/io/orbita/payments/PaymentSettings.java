package io.orbita.payments;

import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.TaxSystem;
import io.orbita.payments.provider.VatCode;
import io.orbita.payments.provider.VatSchedule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a business takes money; keys are kept apart, encrypted.
 *
 * @param provider what new payments go through; absent: the sandbox of a sandbox business, else by hand
 * @param manualInstructions how to pay past us, for the client; absent: the trainer gets in touch
 */
record PaymentSettings(
        @Nullable ProviderKind provider,
        YooKassa yookassa,
        TBank tbank,
        Receipts receipts,
        @Nullable String manualInstructions) {

    static final String SECTION = "payments";
    static final String YOOKASSA_KEY = "payments.yookassa.secret_key";
    static final String TBANK_PASSWORD = "payments.tbank.password";

    static final PaymentSettings DEFAULT = new PaymentSettings(
            null, new YooKassa("", false), new TBank("", false), new Receipts(false, null, List.of()), null);

    PaymentSettings with(YooKassa changed) {
        return new PaymentSettings(provider, changed, tbank, receipts, manualInstructions);
    }

    PaymentSettings with(TBank changed) {
        return new PaymentSettings(provider, yookassa, changed, receipts, manualInstructions);
    }

    record YooKassa(String shopId, boolean test) {}

    record TBank(String terminalKey, boolean test) {}

    /** @param vat rates by the day from which they hold; empty: without tax */
    record Receipts(boolean enabled, @Nullable TaxSystem taxSystem, List<Rate> vat) {

        VatCode on(LocalDate day) {
            return vat.isEmpty()
                    ? VatCode.NONE
                    : new VatSchedule(vat.stream()
                                    .map(rate -> new VatSchedule.From(rate.from(), rate.vat()))
                                    .toList())
                            .on(day);
        }
    }

    record Rate(LocalDate from, VatCode vat) {}
}
