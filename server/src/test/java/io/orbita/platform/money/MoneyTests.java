package io.orbita.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

    @ParameterizedTest
    @CsvSource({"2990.00,299000", "2990,299000", "2990.5,299050", "0,0", "-0.01,-1", "999999999999.99,99999999999999"})
    void an_amount_is_read_to_the_kopeck(String text, long minor) {
        assertThat(Money.of(text, "RUB")).isEqualTo(Money.kopecks(minor));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1e3",
                "1E3",
                "+1",
                "1,50",
                "1.",
                ".5",
                "1.005",
                "01",
                "--1",
                "1 000",
                "1_000",
                "NaN",
                "٣",
                "0x10",
                "1000000000000",
                "99999999999999999999",
                "1.00\n"
            })
    void anything_else_is_no_amount(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(text, "RUB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rub", "RU", "RUBL", "XXX", "ZZZ", "JPY", "KWD", "₽"})
    void a_currency_exists_and_has_two_decimals(String code) {
        assertThat(Money.isSupported(code)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, code));
    }

    @Test
    void sums_are_exact_where_floating_point_is_not() {
        var tenth = Money.of("0.10", "RUB");
        assertThat(tenth.plus(tenth).plus(tenth)).isEqualTo(Money.of("0.30", "RUB"));
        assertThat(Money.of("34999.00", "RUB").minus(Money.of("0.01", "RUB")).amount())
                .isEqualTo("34998.99");
        assertThat(Money.rubles(7).times(3)).isEqualTo(Money.rubles(21));
    }

    @Test
    void what_does_not_fit_is_an_error_and_never_wraps() {
        var most = Money.kopecks(Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(Money.kopecks(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.kopecks(Long.MIN_VALUE).minus(Money.kopecks(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(2));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.kopecks(Long.MIN_VALUE).negated());
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.rubles(Long.MAX_VALUE));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.percent(101, RoundingMode.DOWN));
        assertThat(most.percent(100, RoundingMode.DOWN)).isEqualTo(most);
    }

    @Test
    void two_currencies_never_meet() {
        var rub = Money.rubles(1);
        var usd = new Money(100, "USD");
        assertThatIllegalArgumentException().isThrownBy(() -> rub.plus(usd));
        assertThatIllegalArgumentException().isThrownBy(() -> rub.minus(usd));
        assertThatIllegalArgumentException().isThrownBy(() -> rub.compareTo(usd));
        assertThat(rub).isNotEqualTo(usd);
    }

    @ParameterizedTest
    @CsvSource({"10,HALF_UP,100", "10,DOWN,99", "10,UP,100", "33,HALF_UP,328", "0,HALF_UP,0", "-10,HALF_UP,-100"})
    void a_percentage_is_rounded_as_the_caller_says(int percent, RoundingMode rounding, long minor) {
        assertThat(Money.kopecks(995).percent(percent, rounding)).isEqualTo(Money.kopecks(minor));
    }

    @Test
    void basis_points_are_hundredths_of_a_per_cent() {
        assertThat(Money.rubles(2990).basisPoints(500, RoundingMode.DOWN)).isEqualTo(Money.of("149.50", "RUB"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "299000|2~990~₽",
                "299050|2~990,50~₽",
                "299005|2~990,05~₽",
                "100|1~₽",
                "0|0~₽",
                "99|0,99~₽",
                "-1500|−15~₽",
                "123456789000|1~234~567~890~₽",
                "-9223372036854775808|−92~233~720~368~547~758,08~₽"
            })
    void people_read_it_with_spaces_that_do_not_break(long minor, String text) {
        assertThat(Money.kopecks(minor).inRussian()).isEqualTo(text.replace('~', '\u00A0'));
    }

    @Test
    void order_is_by_value() {
        var amounts = List.of(Money.rubles(3), Money.rubles(1), Money.rubles(2));
        assertThat(amounts.stream().sorted().map(Money::minor)).containsExactly(100L, 200L, 300L);
        assertThat(Money.rubles(3).min(Money.rubles(1))).isEqualTo(Money.rubles(1));
        assertThat(Money.rubles(3).max(Money.rubles(1))).isEqualTo(Money.rubles(3));
        assertThat(Money.rubles(-1).isNegative()).isTrue();
        assertThat(Money.zero("RUB").isPositive()).isFalse();
        assertThat(Money.zero("RUB").isZero()).isTrue();
    }
}
