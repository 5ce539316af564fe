package io.orbita.programs.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LostDatesTests {
    @ParameterizedTest
    @CsvSource({
        "16.12.2025, 16-12",
        "16.12.25, 16-12",
        "16.12.2025 0:00:00, 16-12",
        "2025-12-16, 16-12",
        "2025-12-16 00:00:00, 16-12",
        "2025-12-16T00:00:00.000, 16-12",
        "16-дек, 16-12",
        "16 дек., 16-12",
        "16-дек-25, 16-12",
        "16–дек, 16-12",
        "16-Dec, 16-12",
        "16 декабря 2025 г., 16-12",
        "12.10.2025, 12-10",
        "2025-10-12, 12-10",
        "2025-12-10, 12-10",
        "12/10/2025, 12-10",
        "10/8/2025, 10-8",
        "10.08.2025, 10-8",
        "10-авг, 10-8",
        "08.12.2025, 8-12",
        "46007, 16-12",
        "46007.0, 16-12",
        "45942, 12-10",
        "01.12.2016, 12-16",
        "2016-12-01, 12-16",
        "дек.16, 12-16",
    })
    void a_date_is_turned_back_into_the_range_that_was_typed(String cell, String range) {
        assertThat(LostDates.range(cell)).contains(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16-12",
                "16",
                "макс",
                "12 (-20% объёма)",
                "16-12/нога",
                "",
                "30 сек",
                "12345678",
                "99999",
                "40.99.2025",
                "12 повторений",
                "8-10 мин"
            })
    void what_is_no_date_stays(String cell) {
        assertThat(LostDates.range(cell)).isEmpty();
    }
}
