package io.orbita.pipeline;

import static io.orbita.pipeline.Happening.APPEARED;
import static io.orbita.pipeline.Happening.FREE_PROGRAM;
import static io.orbita.pipeline.Happening.FREE_PROGRAM_UNDELIVERABLE;
import static io.orbita.pipeline.Happening.PAID_PROGRAM;
import static io.orbita.pipeline.Happening.PAYMENT_COMPLETED;
import static io.orbita.pipeline.Happening.PAYMENT_CREATED;
import static io.orbita.pipeline.Happening.RETURNED;
import static io.orbita.pipeline.Happening.WEEKS_OVER;
import static io.orbita.pipeline.StageRole.ACTIVE;
import static io.orbita.pipeline.StageRole.CONSULTATION;
import static io.orbita.pipeline.StageRole.DECIDING;
import static io.orbita.pipeline.StageRole.FINISHED;
import static io.orbita.pipeline.StageRole.FIRST_CONTACT;
import static io.orbita.pipeline.StageRole.INACTIVE;
import static io.orbita.pipeline.StageRole.PURCHASED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTests {
    private static final Rules.Past NOTHING = new Rules.Past(0, 0);

    /** Where each happening leads from each stage; null: nobody moves. */
    static Stream<Arguments> table() {
        Map<Happening, List<@Nullable StageRole>> leads = new EnumMap<>(Happening.class);
        // from:                     nowhere        first_contact  consultation  deciding   purchased  active
        // finished   inactive
        leads.put(APPEARED, row(FIRST_CONTACT, null, null, null, null, null, null, null));
        leads.put(RETURNED, row(null, null, null, null, null, null, null, FIRST_CONTACT));
        leads.put(FREE_PROGRAM, row(CONSULTATION, CONSULTATION, null, null, null, null, null, CONSULTATION));
        leads.put(FREE_PROGRAM_UNDELIVERABLE, row(CONSULTATION, CONSULTATION, null, null, null, null, null, null));
        leads.put(PAYMENT_CREATED, row(DECIDING, DECIDING, DECIDING, null, null, null, null, DECIDING));
        leads.put(PAYMENT_COMPLETED, row(PURCHASED, PURCHASED, PURCHASED, PURCHASED, null, null, PURCHASED, PURCHASED));
        leads.put(PAID_PROGRAM, row(ACTIVE, ACTIVE, ACTIVE, ACTIVE, ACTIVE, null, null, null));
        leads.put(WEEKS_OVER, row(null, null, null, null, null, FINISHED, null, null));
        return leads.entrySet().stream().flatMap(entry -> {
            List<Arguments> rows = new ArrayList<>();
            for (int i = 0; i < entry.getValue().size(); i++) {
                rows.add(arguments(
                        entry.getKey(),
                        i == 0 ? null : StageRole.values()[i - 1],
                        entry.getValue().get(i)));
            }
            return rows.stream();
        });
    }

    private static List<@Nullable StageRole> row(@Nullable StageRole... roles) {
        return Arrays.asList(roles);
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_happening_leads_from_each_stage_where_the_table_says(
            Happening happening, @Nullable StageRole from, @Nullable StageRole to) {
        assertThat(Rules.move(happening, from, NOTHING).orElse(null)).isEqualTo(to);
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_repeated_happening_moves_nobody_again(
            Happening happening, @Nullable StageRole from, @Nullable StageRole to) {
        if (to != null) {
            assertThat(Rules.move(happening, to, NOTHING)).isEmpty();
        }
    }

    @Test
    void a_payment_told_late_after_its_programme_is_no_new_purchase() {
        assertThat(Rules.move(PAYMENT_COMPLETED, ACTIVE, new Rules.Past(0, 1))).isEmpty();
        assertThat(Rules.move(PAYMENT_COMPLETED, FINISHED, new Rules.Past(0, 1)))
                .isEmpty();
        assertThat(Rules.move(PAYMENT_COMPLETED, INACTIVE, new Rules.Past(1, 2)))
                .isEmpty();
        assertThat(Rules.move(PAYMENT_COMPLETED, FINISHED, new Rules.Past(1, 1)))
                .contains(PURCHASED);
    }

    @Test
    void the_first_purchase_belongs_to_the_first_cycle_and_each_further_one_begins_another() {
        assertThat(List.of(Rules.cycle(0), Rules.cycle(1), Rules.cycle(2), Rules.cycle(3)))
                .containsExactly(1, 1, 2, 3);
    }

    @Test
    void of_two_cards_the_inactive_one_stands_behind_all_others() {
        assertThat(Rules.further(FIRST_CONTACT, INACTIVE)).isTrue();
        assertThat(Rules.further(INACTIVE, FIRST_CONTACT)).isFalse();
        assertThat(Rules.further(INACTIVE, null)).isTrue();
        assertThat(Rules.further(FINISHED, ACTIVE)).isTrue();
        assertThat(Rules.further(ACTIVE, ACTIVE)).isFalse();
    }

    @Test
    void in_any_order_of_happenings_nobody_goes_back_but_by_a_purchase_or_from_the_inactive() {
        var random = new Random(20261120);
        for (int walk = 0; walk < 2_000; walk++) {
            StageRole at = null;
            for (int step = 0; step < 30; step++) {
                Happening happening = Happening.values()[random.nextInt(Happening.values().length)];
                StageRole to = Rules.move(happening, at, NOTHING).orElse(null);
                if (to != null && at != null && to.compareTo(at) < 0) {
                    assertThat(at == INACTIVE || (at == FINISHED && happening == PAYMENT_COMPLETED))
                            .isTrue();
                }
                at = to == null ? at : to;
            }
        }
    }

    @Test
    void an_own_stage_counts_as_the_built_in_one_before_it() {
        var list = new StageList(List.of(
                stage(10, "", 1), stage(11, "first_contact", 2), stage(12, "", 3), stage(13, "consultation", 4)));
        assertThat(list.roleAt(10L)).isNull();
        assertThat(list.roleAt(12L)).isEqualTo(FIRST_CONTACT);
        assertThat(list.roleAt(13L)).isEqualTo(CONSULTATION);
        assertThat(list.roleAt(null)).isNull();
        assertThat(list.roleAt(99L)).isNull();
    }

    private static StageRow stage(long id, String role, int rank) {
        return new StageRow(id, "этап", role, "", "#000000", "gray", null, rank, false);
    }
}
