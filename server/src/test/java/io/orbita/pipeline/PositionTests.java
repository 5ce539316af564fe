package io.orbita.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionTests {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

    @Test
    void ten_thousand_cards_put_at_random_stand_where_they_were_put() {
        var random = new Random(7);
        List<String> column = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int at = random.nextInt(column.size() + 1);
            String before = at == 0 ? null : column.get(at - 1);
            String after = at == column.size() ? null : column.get(at);
            column.add(at, Position.between(before, after));
        }
        assertThat(column).isSorted().doesNotHaveDuplicates();
        assertThat(column).allMatch(place -> !place.endsWith("0"));
        assertThat(column.stream().mapToInt(String::length).max().orElseThrow()).isLessThan(40);
    }

    @Test
    void a_thousand_cards_squeezed_into_one_gap_from_either_side_still_fit() {
        String low = Position.top(NOW, 2);
        String high = Position.top(NOW.minusSeconds(1), 1);
        String falling = high;
        String rising = low;
        for (int i = 0; i < 1_000; i++) {
            falling = Position.between(low, falling);
            assertThat(falling).isGreaterThan(low).isLessThan(high);
            rising = Position.between(rising, high);
            assertThat(rising).isGreaterThan(low).isLessThan(high);
        }
        assertThat(falling.length()).isLessThan(300);
    }

    @Test
    void later_cards_stand_higher_and_two_of_one_instant_differ() {
        assertThat(Position.top(NOW.plusMillis(1), 5)).isLessThan(Position.top(NOW, 4));
        assertThat(Position.top(NOW, 4)).isNotEqualTo(Position.top(NOW, 5));
        assertThat(Position.between(null, Position.top(NOW, 4))).isLessThan(Position.top(NOW, 4));
    }

    @Test
    void places_out_of_order_are_refused() {
        assertThatThrownBy(() -> Position.between("b", "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Position.between("a", "a")).isInstanceOf(IllegalArgumentException.class);
    }
}
