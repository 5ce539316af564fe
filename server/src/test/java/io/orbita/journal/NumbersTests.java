package io.orbita.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"78,5|78.5", "78.5 кг|78.5", "ровно 80|80", " 96 см |96", "вес 78,25|78.25", "80.|80"})
    void a_figure_is_read_as_people_type_it(String text, String value) {
        assertThat(Numbers.typed(text))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(new BigDecimal(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "много", "78 и 79", "1234", "-5", "12.11.2026", "78,5,1", "٧٨", "99999999999999999999"})
    void what_is_not_one_number_is_not_guessed(String text) {
        assertThat(Numbers.typed(text)).isEmpty();
    }

    @Test
    void bounds_hold_also_for_numbers_that_no_memory_could_write_out() {
        assertThat(Measure.WEIGHT.accepted(new BigDecimal("1e999999999"))).isEmpty();
        assertThat(Measure.WEIGHT.accepted(new BigDecimal("1e-999999999"))).isEmpty();
        assertThat(Measure.WEIGHT.accepted(new BigDecimal("78.55"))).hasValue(new BigDecimal("78.6"));
        assertThat(Measure.WEIGHT.accepted(new BigDecimal("29.9"))).isEmpty();
        assertThat(Measure.WEIGHT.accepted(new BigDecimal("300"))).isPresent();
    }

    @Test
    void fifteen_per_cent_is_no_jump_and_a_hair_more_is() {
        assertThat(Measure.jumps(new BigDecimal("80"), new BigDecimal("92"))).isFalse();
        assertThat(Measure.jumps(new BigDecimal("80"), new BigDecimal("92.1"))).isTrue();
        assertThat(Measure.jumps(new BigDecimal("80"), new BigDecimal("67.9"))).isTrue();
    }
}
