package io.orbita.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.platform.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrbitaTest
class MergesTests {
    private final World world;
    private final Clients clients;
    private final Merges merges;
    private final ClientCards cards;
    private final JdbcClient jdbc;

    MergesTests(World world, Clients clients, Merges merges, ClientCards cards, JdbcClient jdbc) {
        this.world = world;
        this.clients = clients;
        this.merges = merges;
        this.cards = cards;
        this.jdbc = jdbc;
    }

    private ClientId arrive(Business business, String id, String name) {
        return world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.SANDBOX, id),
                                new Newcomer(name, null, "telegram", Map.of()),
                                "bot")
                        .client());
    }

    private long merge(Business business, ClientId standing, ClientId merged) {
        return world.in(
                business,
                () -> merges.merge(business.id(), standing.value(), merged.value(), "staff", null)
                        .orElseThrow()
                        .id());
    }

    private Set<Long> members(Business business, ClientId client) {
        return world.in(business, () -> clients.members(business.id(), client));
    }

    private ClientCard card(Business business, ClientId client) {
        return world.in(business, () -> cards.card(business.id(), client.value()));
    }

    @Test
    void merged_cards_are_one_person_and_undoing_makes_them_what_they_were() {
        Business business = world.business();
        ClientId anna = arrive(business, "1", "Анна");
        ClientId double1 = arrive(business, "2", "Аня");
        world.run(business, () -> {
            clients.learn(business.id(), anna, Map.of("age", 30));
            clients.learn(business.id(), double1, Map.of("age", 40, "goal", "muscle", "own", "да"));
            clients.paid(business.id(), anna, Money.rubles(10));
            clients.paid(business.id(), double1, Money.rubles(5));
        });
        ClientCard before = card(business, anna);
        ClientCard other = card(business, double1);

        long merge = merge(business, anna, double1);
        ClientCard merged = card(business, double1);
        assertThat(merged.id()).isEqualTo(anna.value());
        assertThat(merged.age()).isEqualTo(30);
        assertThat(merged.goal()).isEqualTo("muscle");
        assertThat(merged.custom()).containsEntry("own", "да");
        assertThat(merged.paidTotal()).isEqualTo(Money.rubles(15));
        assertThat(merged.merged()).containsExactly(double1.value());
        assertThat(members(business, anna)).containsExactly(anna.value(), double1.value());

        world.in(business, () -> merges.undo(business.id(), merge, null));
        assertThat(card(business, anna))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(before);
        assertThat(card(business, double1))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(other);
        assertThat(members(business, anna)).containsExactly(anna.value());
    }

    @Test
    void what_was_filled_and_then_changed_by_hand_survives_the_undoing() {
        Business business = world.business();
        ClientId anna = arrive(business, "1", "Анна");
        ClientId second = arrive(business, "2", "Аня");
        world.run(business, () -> clients.learn(business.id(), second, Map.of("goal", "muscle", "location", "gym")));
        long merge = merge(business, anna, second);
        world.run(business, () -> clients.learn(business.id(), anna, Map.of("goal", "endurance")));
        world.in(business, () -> merges.undo(business.id(), merge, null));
        assertThat(card(business, anna).goal()).isEqualTo("endurance");
        assertThat(card(business, anna).location()).isNull();
    }

    @Test
    void what_comes_with_an_own_identity_after_the_merge_stays_with_it_after_the_undoing() {
        Business business = world.business();
        ClientId anna = arrive(business, "1", "Анна");
        ClientId second = arrive(business, "2", "Аня");
        long merge = merge(business, anna, second);
        world.run(business, () -> clients.paid(business.id(), second, Money.rubles(7)));
        assertThat(card(business, anna).paidTotal()).isEqualTo(Money.rubles(7));
        world.in(business, () -> merges.undo(business.id(), merge, null));
        assertThat(card(business, anna).paidTotal()).isEqualTo(Money.rubles(0));
        assertThat(card(business, second).paidTotal()).isEqualTo(Money.rubles(7));
    }

    @Test
    void a_chain_of_merges_stands_as_its_last_card_and_comes_apart_from_the_outside_in() {
        Business business = world.business();
        ClientId a = arrive(business, "1", "А");
        ClientId b = arrive(business, "2", "Б");
        ClientId c = arrive(business, "3", "В");
        long inner = merge(business, b, a);
        long outer = merge(business, c, a);
        assertThat(members(business, a)).containsExactly(a.value(), b.value(), c.value());
        assertThat(world.in(business, () -> clients.standing(business.id(), a))).isEqualTo(c);
        assertThatThrownBy(() -> world.in(business, () -> merges.undo(business.id(), inner, null)))
                .isInstanceOf(MergeRefusals.NotUndoable.class);
        world.in(business, () -> merges.undo(business.id(), outer, null));
        assertThat(members(business, a)).containsExactly(a.value(), b.value());
        world.in(business, () -> merges.undo(business.id(), inner, null));
        assertThat(members(business, a)).containsExactly(a.value());
    }

    @Test
    void a_merge_can_be_undone_once_and_within_thirty_days() {
        Business business = world.business();
        long merge = merge(business, arrive(business, "1", "А"), arrive(business, "2", "Б"));
        world.in(business, () -> merges.undo(business.id(), merge, null));
        assertThatThrownBy(() -> world.in(business, () -> merges.undo(business.id(), merge, null)))
                .isInstanceOf(MergeRefusals.NotUndoable.class);
        long late = merge(business, arrive(business, "1", "А"), arrive(business, "2", "Б"));
        world.clock().advance(Duration.ofDays(30).plusSeconds(1));
        assertThatThrownBy(() -> world.in(business, () -> merges.undo(business.id(), late, null)))
                .isInstanceOf(MergeRefusals.NotUndoable.class);
    }

    @RepeatedTest(4)
    void merges_in_all_directions_at_once_leave_one_person_and_true_sums() throws Exception {
        Business business = world.business();
        List<ClientId> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(arrive(business, String.valueOf(100 + i), "Клиент"));
        }
        try (var hands = Executors.newFixedThreadPool(10)) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ClientId one = people.get(i);
                ClientId other = people.get((i + 1) % 6);
                calls.add(() -> world.in(
                                business, () -> merges.merge(business.id(), one.value(), other.value(), "staff", null))
                        .isPresent());
                calls.add(() -> {
                    world.run(business, () -> clients.paid(business.id(), one, Money.rubles(1)));
                    return true;
                });
            }
            for (var call : hands.invokeAll(calls)) {
                call.get();
            }
        }
        assertThat(members(business, people.getFirst())).hasSize(6);
        assertThat(card(business, people.getFirst()).paidTotal()).isEqualTo(Money.rubles(6));
        assertThat(world.in(
                        business,
                        () -> jdbc.sql("select count(*) from clients.client where merged_into is null")
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }
}
