package io.orbita.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Times in a body, for every room alike. */
class WrittenTimesTests {
    private final JsonMapper json = mapper();

    @Test
    void an_instant_is_read_in_any_offset_and_to_the_microsecond() {
        assertThat(json.readValue("\"2026-11-20T13:15:30.123456789+03:00\"", Instant.class))
                .isEqualTo("2026-11-20T10:15:30.123456Z");
    }

    @Test
    void a_day_is_read() {
        assertThat(json.readValue("\"2026-11-20\"", LocalDate.class)).isEqualTo("2026-11-20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1790000000",
                "17.5",
                "true",
                "[]",
                "\"\"",
                "\"2026-11-20\"",
                "\"2026-11-20T10:15:30\"",
                "\"1899-12-31T23:59:59Z\"",
                "\"2200-01-01T00:00:00Z\"",
                "\"+999999999-12-31T23:59:59Z\""
            })
    void nothing_else_is_an_instant(String written) {
        assertThatThrownBy(() -> json.readValue(written, Instant.class)).isInstanceOf(DatabindException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261120",
                "[2026,11,20]",
                "\"20.11.2026\"",
                "\"1899-12-31\"",
                "\"2200-01-01\"",
                "\"2026-02-30\""
            })
    void nothing_else_is_a_day(String written) {
        assertThatThrownBy(() -> json.readValue(written, LocalDate.class)).isInstanceOf(DatabindException.class);
    }

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        new JsonConfiguration().strictJson().customize(builder);
        return builder.build();
    }
}
