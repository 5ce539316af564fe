package io.orbita.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.dialogues.QuestionnaireFinished;
import io.orbita.payments.PaymentCompleted;
import io.orbita.payments.PaymentCreated;
import io.orbita.payments.PaymentId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.money.Money;
import io.orbita.programs.ProgramDelivered;
import io.orbita.programs.ProgramUndeliverable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;

@OrbitaTest
class AutomationTests {
    private final World world;
    private final Clients clients;
    private final Moves moves;
    private final ApplicationEventPublisher events;

    AutomationTests(World world, Clients clients, Moves moves, ApplicationEventPublisher events) {
        this.world = world;
        this.clients = clients;
        this.moves = moves;
        this.events = events;
    }

    private ClientId arrive(Business business, String id) {
        return world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.SANDBOX, id),
                                new Newcomer("Анна", "anna", "telegram", Map.of()),
                                "bot")
                        .client());
    }

    private void tell(Business business, DomainEvent event) {
        world.run(business, () -> events.publishEvent(event));
    }

    private PaymentCompleted paid(Business business, ClientId client, long payment) {
        return new PaymentCompleted(business.id(), new PaymentId(payment), client, Money.rubles(2990), 12, "webhook");
    }

    private List<String> history(Business business, ClientId client) {
        return world.in(business, () -> moves.history(business.id(), client, null, 200)).items().stream()
                .map(move -> move.toStage().role() + " by " + move.cause() + " in " + move.cycle())
                .toList();
    }

    private String standsAt(Business business, ClientId client) {
        var history = history(business, client);
        return history.getLast().replaceFirst(" by.*", "");
    }

    @Test
    void the_walk_from_the_first_start_to_the_active_client_is_five_moves_each_with_its_cause() {
        Business business = world.business();
        ClientId anna = arrive(business, "1");
        tell(business, new ProgramDelivered(business.id(), anna, 1, false, 1, false));
        tell(business, new PaymentCreated(business.id(), new PaymentId(1), anna, Money.rubles(2990)));
        tell(business, paid(business, anna, 1));
        tell(business, new ProgramDelivered(business.id(), anna, 2, true, 12, false));
        assertThat(history(business, anna))
                .containsExactly(
                        "first_contact by bot in 1",
                        "consultation by program in 1",
                        "deciding by payment_created in 1",
                        "purchased by payment in 1",
                        "active by program in 1");
    }

    @Test
    void the_same_happenings_told_twice_move_nobody_twice() {
        Business business = world.business();
        ClientId anna = arrive(business, "1");
        for (int i = 0; i < 2; i++) {
            arrive(business, "1");
            tell(business, new PaymentCreated(business.id(), new PaymentId(1), anna, Money.rubles(2990)));
            tell(business, paid(business, anna, 1));
            tell(business, new ProgramDelivered(business.id(), anna, 2, true, 12, false));
        }
        assertThat(history(business, anna))
                .containsExactly(
                        "first_contact by bot in 1",
                        "deciding by payment_created in 1",
                        "purchased by payment in 1",
                        "active by program in 1");
    }

    @Test
    void a_purchase_while_active_begins_the_next_cycle_without_a_move() {
        Business business = world.business();
        ClientId anna = arrive(business, "1");
        tell(business, paid(business, anna, 1));
        tell(business, new ProgramDelivered(business.id(), anna, 1, true, 4, false));
        tell(business, paid(business, anna, 2));
        tell(business, new ProgramDelivered(business.id(), anna, 2, true, 12, true));
        assertThat(history(business, anna)).hasSize(3);

        world.clock().advance(Duration.ofDays(28).plusSeconds(1));
        world.drain();
        assertThat(standsAt(business, anna)).isEqualTo("active");

        world.clock().advance(Duration.ofDays(84));
        world.drain();
        assertThat(history(business, anna)).last().isEqualTo("finished by finished in 2");
    }

    @Test
    void when_the_weeks_are_over_the_client_has_finished_and_a_new_purchase_brings_them_back_in_the_next_cycle() {
        Business business = world.business();
        ClientId anna = arrive(business, "1");
        tell(business, paid(business, anna, 1));
        tell(business, new ProgramDelivered(business.id(), anna, 1, true, 4, false));
        world.clock().advance(Duration.ofDays(27));
        world.drain();
        assertThat(standsAt(business, anna)).isEqualTo("active");
        world.clock().advance(Duration.ofDays(1).plusSeconds(1));
        world.drain();
        assertThat(standsAt(business, anna)).isEqualTo("finished");

        tell(business, new PaymentCreated(business.id(), new PaymentId(2), anna, Money.rubles(100)));
        assertThat(standsAt(business, anna)).isEqualTo("finished");
        tell(business, paid(business, anna, 2));
        assertThat(history(business, anna)).last().isEqualTo("purchased by payment in 2");
    }

    @Test
    void a_free_programme_that_cannot_be_delivered_moves_on_with_that_cause_a_paid_one_waits_at_purchased() {
        Business business = world.business();
        ClientId anna = arrive(business, "1");
        tell(business, new ProgramUndeliverable(business.id(), anna, 1, false));
        tell(business, new ProgramDelivered(business.id(), anna, 1, false, 1, false));
        assertThat(history(business, anna))
                .containsExactly("first_contact by bot in 1", "consultation by undeliverable in 1");
        tell(business, paid(business, anna, 1));
        tell(business, new ProgramUndeliverable(business.id(), anna, 2, true));
        assertThat(standsAt(business, anna)).isEqualTo("purchased");
        tell(business, new ProgramDelivered(business.id(), anna, 2, true, 12, false));
        assertThat(standsAt(business, anna)).isEqualTo("active");
    }

    @Test
    void a_lead_is_qualified_by_the_questionnaire_and_converted_by_the_payment_without_a_move_of_its_own() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        ClientId anna = arrive(business, "1");
        tell(business, new QuestionnaireFinished(business.id(), anna, 1, true, false));
        assertThat(lead(token)).isEqualTo("qualified");
        assertThat(history(business, anna)).hasSize(1);
        tell(business, paid(business, anna, 1));
        assertThat(lead(token)).isEqualTo("converted");
        tell(business, new QuestionnaireFinished(business.id(), anna, 2, false, false));
        assertThat(lead(token)).isEqualTo("converted");
    }

    private String lead(String token) {
        return world.get("/api/leads", token)
                .body()
                .path("items")
                .path(0)
                .path("status")
                .asString();
    }

    @Test
    void happenings_in_any_order_and_twice_end_in_one_consistent_history() {
        var random = new Random(7);
        for (int round = 0; round < 12; round++) {
            Business business = world.business();
            ClientId anna = arrive(business, "1");
            List<DomainEvent> happenings = new ArrayList<>(List.of(
                    new ProgramDelivered(business.id(), anna, 1, false, 1, false),
                    new PaymentCreated(business.id(), new PaymentId(1), anna, Money.rubles(2990)),
                    paid(business, anna, 1),
                    new ProgramDelivered(business.id(), anna, 2, true, 12, false)));
            happenings.addAll(List.copyOf(happenings));
            Collections.shuffle(happenings, random);
            happenings.forEach(happening -> tell(business, happening));
            assertThat(standsAt(business, anna)).isEqualTo("active");
            assertThat(history(business, anna)).doesNotHaveDuplicates().allMatch(move -> move.endsWith(" in 1"));
            var moves = world.in(business, () -> this.moves.history(business.id(), anna, null, 200))
                    .items();
            for (int i = 1; i < moves.size(); i++) {
                assertThat(moves.get(i).fromStage()).isEqualTo(moves.get(i - 1).toStage());
            }
        }
    }

    @Test
    void an_inactive_client_who_pays_is_back_and_one_in_the_archive_too() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        ClientId anna = arrive(business, "1");
        long inactive = world.get("/api/pipeline/stages", token)
                .body()
                .path("items")
                .path(6)
                .path("id")
                .asLong();
        world.post("/api/clients/" + anna + "/move-stage", token, Map.of("stage_id", inactive));
        world.call(HttpMethod.DELETE, "/api/clients/" + anna, token, null);
        world.run(business, () -> {
            clients.paid(business.id(), anna, Money.rubles(2990));
            events.publishEvent(paid(business, anna, 1));
        });
        assertThat(standsAt(business, anna)).isEqualTo("purchased");
        assertThat(world.get("/api/clients?has_paid=true", token).body().path("items"))
                .hasSize(1);
        assertThat(world.get("/api/pipeline/board", token)
                        .body()
                        .path("columns")
                        .path(3)
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void each_business_has_seven_stages_of_its_own() {
        Business business = world.business();
        ClientId anna = arrive(business, "1");
        Business other = world.business();
        ClientId boris = arrive(other, "1");
        assertThat(anna.value()).isNotEqualTo(boris.value());
        assertThat(world.in(business, () -> clients.countByStage(business.id())).values().stream()
                        .collect(Collectors.summingLong(Long::longValue)))
                .isEqualTo(1);
    }
}
