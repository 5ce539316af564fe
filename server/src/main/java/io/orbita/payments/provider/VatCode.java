package io.orbita.payments.provider;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Rates of value added tax as fiscal receipts know them, those of 2026 included. */
public enum VatCode {
    NONE(1, "none"),
    VAT_0(2, "vat0"),
    VAT_10(3, "vat10"),
    VAT_20(4, "vat20"),
    VAT_10_110(5, "vat110"),
    VAT_20_120(6, "vat120"),
    VAT_5(7, "vat5"),
    VAT_7(8, "vat7"),
    VAT_5_105(9, "vat105"),
    VAT_7_107(10, "vat107"),
    VAT_22(11, "vat22"),
    VAT_22_122(12, "vat122");

    private final int yookassa;
    private final String tbank;

    VatCode(int yookassa, String tbank) {
        this.yookassa = yookassa;
        this.tbank = tbank;
    }

    public int yookassa() {
        return yookassa;
    }

    public String tbank() {
        return tbank;
    }

    /** As in JSON: {@code vat_22}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
