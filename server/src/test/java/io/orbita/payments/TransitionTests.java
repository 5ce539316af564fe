package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TransitionTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "payments.md");

    /** The rows of the table in the document: event → state → cell. */
    private static Map<String, Map<String, String>> written() throws IOException {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        List<String> states = List.of();
        for (var line : Files.readAllLines(DOCUMENT)) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            if (line.startsWith("| event \\ state")) {
                states = cells.subList(2, cells.size());
            } else if (!states.isEmpty() && line.isBlank()) {
                break;
            } else if (!states.isEmpty() && line.startsWith("| ")) {
                var row = new LinkedHashMap<String, String>();
                for (int at = 0; at < states.size(); at++) {
                    row.put(states.get(at), cells.get(at + 2));
                }
                rows.put(cells.get(1), row);
            }
        }
        return rows;
    }

    private static String cell(Transition transition) {
        return switch (transition) {
            case Transition.To to -> to.state().wire();
            case Transition.Held held -> "problem: " + held.problem().wire();
            case Transition.Nothing nothing -> "-";
            case Transition.Unfit unfit -> "unfit";
        };
    }

    private static PaymentState after(PaymentState state, PaymentEvent event) {
        return switch (Transition.of(state, event)) {
            case Transition.To to -> to.state();
            case Transition.Held held -> PaymentState.PROBLEM;
            case Transition.Nothing nothing -> state;
            case Transition.Unfit unfit -> state;
        };
    }

    @Test
    void every_cell_of_the_code_stands_in_the_document() throws IOException {
        var actual = new LinkedHashMap<String, Map<String, String>>();
        for (var event : PaymentEvent.values()) {
            var row = new LinkedHashMap<String, String>();
            for (var state : PaymentState.values()) {
                row.put(state.wire(), cell(Transition.of(state, event)));
            }
            actual.put(event.wire(), row);
        }
        assertThat(written()).isEqualTo(actual);
    }

    @Test
    void every_state_can_be_spelled_and_read() {
        for (var state : PaymentState.values()) {
            assertThat(PaymentState.of(state.wire())).isEqualTo(state);
        }
    }

    @Test
    void what_is_said_twice_changes_nothing_the_second_time() {
        for (var state : PaymentState.values()) {
            for (var event : PaymentEvent.values()) {
                var once = after(state, event);
                assertThat(after(once, event)).as("%s + %s twice", state, event).isEqualTo(once);
            }
        }
    }

    @Test
    void nothing_turns_a_completed_payment_back() {
        var completed = EnumSet.of(PaymentState.COMPLETED, PaymentState.PARTIALLY_REFUNDED, PaymentState.REFUNDED);
        for (var state : completed) {
            for (var event : PaymentEvent.values()) {
                assertThat(completed).contains(after(state, event));
            }
        }
    }

    @Test
    void only_a_completed_payment_is_ever_refunded() {
        var refunded = EnumSet.of(PaymentState.PARTIALLY_REFUNDED, PaymentState.REFUNDED);
        for (var state : EnumSet.complementOf(
                EnumSet.of(PaymentState.COMPLETED, PaymentState.PARTIALLY_REFUNDED, PaymentState.REFUNDED))) {
            for (var event : PaymentEvent.values()) {
                assertThat(refunded).doesNotContain(after(state, event));
            }
        }
    }

    @Test
    void only_proof_of_our_sum_or_the_staff_complete_a_payment() {
        for (var state : PaymentState.values()) {
            for (var event : PaymentEvent.values()) {
                if (!state.wasCompleted() && after(state, event).wasCompleted()) {
                    assertThat(event).isIn(PaymentEvent.PAID, PaymentEvent.CONFIRMED_BY_HAND);
                }
            }
        }
    }

    @Test
    void in_any_order_of_any_news_a_payment_completes_at_most_once() {
        var random = new Random(8);
        var events = PaymentEvent.values();
        for (int walk = 0; walk < 5_000; walk++) {
            var state = PaymentState.PENDING;
            var path = new ArrayList<PaymentState>();
            for (int step = 0; step < 30; step++) {
                var next = after(state, events[random.nextInt(events.length)]);
                if (next == PaymentState.COMPLETED && state != PaymentState.COMPLETED) {
                    path.add(next);
                }
                state = next;
            }
            assertThat(path).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void notices_of_one_success_in_any_order_end_completed() {
        var news = List.of(PaymentEvent.SEEN_PENDING, PaymentEvent.AUTHORISED, PaymentEvent.PAID, PaymentEvent.PAID);
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            var shuffled = new ArrayList<>(news);
            Collections.shuffle(shuffled, random);
            var state = PaymentState.PENDING;
            for (var event : shuffled) {
                state = after(state, event);
            }
            assertThat(state).isEqualTo(PaymentState.COMPLETED);
        }
    }
}
