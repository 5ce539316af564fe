package io.orbita.payments.provider;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Which rate of tax a business puts on its receipts, by date: rates change on a day, and the day is known before. */
public record VatSchedule(List<From> rates) {

    /** @param day the first day of this rate, in the zone of the business */
    public record From(LocalDate day, VatCode vat) {}

    public VatSchedule {
        rates = rates.stream().sorted(Comparator.comparing(From::day)).toList();
        if (rates.isEmpty()) {
            throw new IllegalArgumentException("At least one rate of tax is needed");
        }
    }

    public static VatSchedule always(VatCode vat) {
        return new VatSchedule(List.of(new From(LocalDate.EPOCH, vat)));
    }

    /** The rate of that day; before the first day, the first rate. */
    public VatCode on(LocalDate day) {
        var current = rates.getFirst().vat();
        for (var rate : rates) {
            if (!rate.day().isAfter(day)) {
                current = rate.vat();
            }
        }
        return current;
    }
}
