package io.orbita.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.platform.tenancy.BusinessId;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {
    private static final BusinessId BUSINESS = new BusinessId(7);

    private static Set<Long> many(int size) {
        return LongStream.range(0, size)
                .map(id -> 9_000_000_000_000_000L + id)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_change_is_read_as_it_was_written() {
        for (Change change : Set.of(
                new Change(BUSINESS, "move", Set.of(1L, 2L), Set.of(12L), false),
                new Change(BUSINESS, "lead", Set.of(3L), Set.of(), false),
                Change.everything(BUSINESS, "client"))) {
            assertThat(Words.read(Words.of(change))).contains(change);
        }
    }

    @Test
    void the_longest_change_fits_into_one_notification() {
        String line = Words.of(new Change(BUSINESS, "message", many(Change.MOST), many(Change.MOST), false));
        assertThat(line.length()).isLessThan(Wire.LONGEST);
    }

    @Test
    void more_than_can_be_named_becomes_all() {
        var change = new Change(BUSINESS, "move", many(Change.MOST), Set.of(), false)
                .and(new Change(BUSINESS, "move", Set.of(1L), Set.of(), false));
        assertThat(change).isEqualTo(Change.everything(BUSINESS, "move"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "x move 1 -",
                "0 move 1 -",
                "7 MOVE 1 -",
                "7 move 1, -",
                "7 move 1 - 3",
                "9999999999999999999 move 1 -"
            })
    void what_another_program_says_is_passed_over(String line) {
        assertThat(Words.read(line)).isEmpty();
    }
}
