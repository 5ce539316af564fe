package io.orbita.payments.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orbita.platform.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VatScheduleTests {

    @Test
    void a_rate_changes_on_its_day() {
        var newYear = LocalDate.of(2026, 1, 1);
        var schedule = new VatSchedule(List.of(
                new VatSchedule.From(newYear, VatCode.VAT_22),
                new VatSchedule.From(LocalDate.of(2019, 1, 1), VatCode.VAT_20)));
        assertThat(schedule.on(newYear.minusDays(1))).isEqualTo(VatCode.VAT_20);
        assertThat(schedule.on(newYear)).isEqualTo(VatCode.VAT_22);
        assertThat(schedule.on(LocalDate.of(2000, 1, 1))).isEqualTo(VatCode.VAT_20);
        assertThat(VatSchedule.always(VatCode.NONE).on(newYear)).isEqualTo(VatCode.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> new VatSchedule(List.of()));
    }

    @Test
    void the_codes_of_yookassa_are_the_numbers_from_one_to_twelve() {
        assertThat(Arrays.stream(VatCode.values()).map(VatCode::yookassa))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void a_receipt_needs_somebody_to_send_it_to_and_does_not_print_them() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Receipt(null, null, "x", Money.rubles(1), VatCode.NONE, null));
        assertThat(Samples.receipt(Money.rubles(1)).toString()).doesNotContain("anna", "999");
        assertThat(new ProviderAccount(ProviderKind.TBANK, "T", new Secret("hush"), false).toString())
                .doesNotContain("hush");
    }
}
