package io.orbita.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OrbitaTest
class ClientsTests {
    private static final Newcomer ANNA = new Newcomer("Анна", "anna_fit", "telegram", Map.of("utm_source", "vk"));

    private final World world;
    private final Clients clients;
    private final Leads leads;
    private final Consents consents;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ClientsTests(
            World world,
            Clients clients,
            Leads leads,
            Consents consents,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.world = world;
        this.clients = clients;
        this.leads = leads;
        this.consents = consents;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private static Identity sandbox(String id) {
        return new Identity(Identity.Kind.SANDBOX, id);
    }

    private static Identity phone(String spelling) {
        return Identity.phone(spelling).orElseThrow();
    }

    private Arrival arrive(Business business, String id) {
        return world.in(business, () -> clients.arrive(business.id(), sandbox(id), ANNA, "bot"));
    }

    private List<String> leadStatuses(Business business, ClientId client) {
        return world.in(
                business,
                () -> jdbc.sql("""
                        select source || ' ' || status from clients.lead
                         where business_id = :business and client_id = :client order by id
                        """)
                        .param("business", business.id().value())
                        .param("client", client.value())
                        .query(String.class)
                        .list());
    }

    @Test
    void a_verified_identity_finds_its_client_and_makes_one_only_once() {
        Business business = world.business();
        Arrival first = arrive(business, "7");
        Arrival second = arrive(business, "7");
        assertThat(first.created()).isTrue();
        assertThat(second).isEqualTo(new Arrival(first.client(), false));
        assertThat(leadStatuses(business, first.client())).containsExactly("telegram new");
        assertThat(world.in(business, () -> clients.byIdentity(business.id(), sandbox("7"))))
                .contains(first.client());
        assertThat(world.in(
                        business, () -> clients.byIdentity(business.id(), new Identity(Identity.Kind.TELEGRAM, "7"))))
                .isEmpty();
    }

    @Test
    void twenty_arrivals_of_one_identity_at_once_make_one_client_with_one_lead() throws Exception {
        Business business = world.business();
        var found = new HashSet<ClientId>();
        int created = 0;
        try (var hands = Executors.newFixedThreadPool(20)) {
            List<Callable<Arrival>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(() -> arrive(business, "42"));
            }
            for (var future : hands.invokeAll(calls)) {
                found.add(future.get().client());
                created += future.get().created() ? 1 : 0;
            }
        }
        assertThat(found).hasSize(1);
        assertThat(created).isEqualTo(1);
        assertThat(leadStatuses(business, found.iterator().next())).hasSize(1);
    }

    @Test
    void the_same_identity_in_another_business_is_another_client() {
        Business one = world.business();
        Business other = world.business();
        ClientId here = arrive(one, "7").client();
        arrive(other, "7");
        assertThat(world.in(other, () -> clients.exists(other.id(), here))).isFalse();
        assertThatThrownBy(() -> world.in(other, () -> clients.contacts(other.id(), here)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void with_the_predicate_taken_out_row_level_security_still_hides_other_tenants() {
        Business one = world.business();
        Business other = world.business();
        arrive(one, "7");
        arrive(other, "8");
        for (String table : List.of("client", "identity", "word", "lead", "timeline")) {
            assertThat(world.in(
                            one,
                            () -> jdbc.sql("select distinct business_id from clients." + table)
                                    .query(Long.class)
                                    .list()))
                    .as(table)
                    .containsExactly(one.id().value());
            assertThat(jdbc.sql("select count(*) from clients." + table)
                            .query(Long.class)
                            .single())
                    .as(table + " without a tenant")
                    .isZero();
        }
    }

    @Test
    void an_unverified_phone_finds_nobody_and_only_makes_a_suspected_duplicate() {
        Business business = world.business();
        ClientId anna = arrive(business, "1").client();
        ClientId stranger = arrive(business, "2").client();
        world.run(business, () -> {
            clients.addIdentity(business.id(), anna, phone("8 916 123-45-67"), true);
            clients.addIdentity(business.id(), stranger, phone("+79161234567"), false);
        });
        assertThat(world.in(business, () -> clients.byIdentity(business.id(), phone("+79161234567"))))
                .contains(anna);
        assertThat(world.in(business, () -> clients.standing(business.id(), stranger)))
                .isEqualTo(stranger);
        assertThat(world.in(business, () -> clients.suspected(business.id(), stranger)))
                .containsExactly(anna.value());
        assertThat(world.in(business, () -> clients.suspected(business.id(), anna)))
                .containsExactly(stranger.value());
    }

    @Test
    void a_phone_proven_by_its_owner_makes_one_person_of_the_card_made_by_hand_and_the_chat() {
        Business business = world.business();
        ClientId card = world.in(business, () -> clients.arrive(business.id(), phone("+79161234567"), ANNA, "manual"))
                .client();
        ClientId chat = arrive(business, "5").client();
        world.run(business, () -> clients.addIdentity(business.id(), chat, phone("+79161234567"), true));
        assertThat(world.in(business, () -> clients.standing(business.id(), chat)))
                .isEqualTo(card);
        assertThat(world.in(business, () -> clients.members(business.id(), chat)))
                .containsExactly(card.value(), chat.value());
        assertThat(world.in(business, () -> clients.contacts(business.id(), chat))
                        .phones())
                .containsExactly("+79161234567");
    }

    @Test
    void two_chats_that_share_a_phone_stay_two_people() {
        Business business = world.business();
        ClientId one = arrive(business, "1").client();
        ClientId other = arrive(business, "2").client();
        world.run(business, () -> clients.addIdentity(business.id(), one, phone("+79161234567"), true));
        world.run(business, () -> clients.addIdentity(business.id(), other, phone("+79161234567"), true));
        assertThat(world.in(business, () -> clients.standing(business.id(), other)))
                .isEqualTo(other);
        assertThat(world.in(business, () -> clients.suspected(business.id(), other)))
                .containsExactly(one.value());
    }

    @Test
    void a_phone_proven_by_ten_chats_at_once_is_held_by_one() throws Exception {
        Business business = world.business();
        List<ClientId> people = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            people.add(arrive(business, String.valueOf(i)).client());
        }
        try (var hands = Executors.newFixedThreadPool(10)) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (ClientId client : people) {
                calls.add(() -> {
                    world.run(business, () -> clients.addIdentity(business.id(), client, phone("+79161234567"), true));
                    return true;
                });
            }
            for (var call : hands.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        }
        assertThat(world.in(business, () -> clients.byIdentity(business.id(), phone("+79161234567"))))
                .isPresent();
        assertThat(world.in(business, () -> clients.merged(business.id()))).isEmpty();
        assertThat(world.in(business, () -> clients.suspected(business.id(), people.getFirst())))
                .hasSize(9);
    }

    @Test
    void phones_and_mails_are_sealed_in_the_database() {
        Business business = world.business();
        ClientId anna = arrive(business, "1").client();
        world.run(business, () -> {
            clients.addIdentity(business.id(), anna, phone("+79161234567"), true);
            clients.addIdentity(
                    business.id(), anna, Identity.email("Anna@Example.RU").orElseThrow(), false);
        });
        String stored =
                world.in(business, () -> jdbc.sql("""
                        select string_agg(coalesce(value, '') || hash || encode(sealed, 'escape'), ' ') from clients.identity
                         where kind in ('PHONE', 'EMAIL')
                        """).query(String.class).single());
        assertThat(stored).isNotEmpty().doesNotContain("916123").doesNotContainIgnoringCase("anna@");
        assertThat(world.in(business, () -> clients.contacts(business.id(), anna)))
                .isEqualTo(new Contacts("Анна", List.of("+79161234567"), List.of("anna@example.ru")));
    }

    @Test
    void answers_are_laid_over_the_profile_and_unknown_keys_become_custom_fields() {
        Business business = world.business();
        ClientId anna = arrive(business, "1").client();
        world.run(
                business,
                () -> clients.learn(
                        business.id(),
                        anna,
                        Map.of(
                                "gender",
                                "female",
                                "age",
                                31,
                                "weight_kg",
                                "61.5",
                                "equipment",
                                List.of("mat", "bands"))));
        world.run(business, () -> clients.learn(business.id(), anna, Map.of("age", 32, "favourite_day", "суббота")));
        Profile profile = world.in(business, () -> clients.profile(business.id(), anna));
        assertThat(profile.gender()).isEqualTo("female");
        assertThat(profile.age()).isEqualTo(32);
        assertThat(profile.weightKg()).isEqualByComparingTo(new BigDecimal("61.5"));
        assertThat(profile.equipment()).containsExactly("mat", "bands");
        assertThat(profile.custom()).containsExactlyEntriesOf(Map.of("favourite_day", "суббота"));
    }

    @Test
    void leads_are_qualified_and_converted_but_a_lost_one_stays_lost() {
        Business business = world.business();
        ClientId anna = arrive(business, "1").client();
        world.run(business, () -> {
            leads.open(business.id(), anna, "site", Map.of());
            leads.open(business.id(), anna, "site", Map.of());
            jdbc.sql("update clients.lead set status = 'lost' where source = 'site' and business_id = :b")
                    .param("b", business.id().value())
                    .update();
            leads.qualified(business.id(), anna);
        });
        assertThat(leadStatuses(business, anna)).containsExactly("telegram qualified", "site lost");
        world.run(business, () -> leads.converted(business.id(), anna));
        world.run(business, () -> leads.qualified(business.id(), anna));
        assertThat(leadStatuses(business, anna)).containsExactly("telegram converted", "site lost");
    }

    @Test
    void the_last_word_on_a_consent_counts_and_the_ledger_cannot_be_rewritten() {
        Business business = world.business();
        ClientId anna = arrive(business, "1").client();
        var purpose = Consents.Purpose.MARKETING;
        assertThat(world.in(business, () -> consents.given(business.id(), anna, purpose)))
                .isFalse();
        world.run(business, () -> consents.record(business.id(), anna, purpose, true, "m-1", "Пишите", "bot"));
        assertThat(world.in(business, () -> consents.given(business.id(), anna, purpose)))
                .isTrue();
        world.run(business, () -> consents.record(business.id(), anna, purpose, false, "m-1", "Пишите", "bot"));
        assertThat(world.in(business, () -> consents.given(business.id(), anna, purpose)))
                .isFalse();
        for (String sql : List.of(
                "update clients.consent set given = true",
                "delete from clients.consent",
                "update clients.timeline set text = 'x'",
                "delete from clients.timeline")) {
            assertThatThrownBy(() -> world.in(business, () -> jdbc.sql(sql).update()))
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void forgetting_blanks_the_texts_of_one_client_of_one_business_only() {
        Business business = world.business();
        Business other = world.business();
        ClientId anna = arrive(business, "1").client();
        ClientId boris = arrive(business, "2").client();
        for (ClientId client : List.of(anna, boris)) {
            world.run(
                    business,
                    () -> clients.remember(
                            business.id(),
                            client,
                            new TimelineEntry("test.note", "note:" + client, Instant.EPOCH, Map.of(), "Имя", null)));
        }
        world.run(other, () -> forget(business, anna));
        assertThat(texts(business)).containsExactly("Имя", "Имя");
        world.run(business, () -> forget(business, anna));
        assertThat(texts(business)).containsExactly("Имя");
    }

    private void forget(Business business, ClientId client) {
        jdbc.sql("select clients.forget(:business, :client)")
                .param("business", business.id().value())
                .param("client", client.value())
                .query((_, _) -> true)
                .single();
    }

    private List<String> texts(Business business) {
        return world.in(
                business,
                () -> jdbc.sql("select text from clients.timeline where text is not null")
                        .query(String.class)
                        .list());
    }

    @Test
    void one_fact_is_one_line_of_the_history() {
        Business business = world.business();
        ClientId anna = arrive(business, "1").client();
        var entry = new TimelineEntry("payments.completed", "payment:9", Instant.EPOCH, Map.of(), null, null);
        world.run(business, () -> clients.remember(business.id(), anna, entry));
        world.run(business, () -> clients.remember(business.id(), anna, entry));
        assertThat(world.in(
                        business,
                        () -> jdbc.sql("select count(*) from clients.timeline where kind = 'payments.completed'")
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void what_was_paid_adds_up_also_in_parallel() throws Exception {
        Business business = world.business();
        ClientId anna = arrive(business, "1").client();
        try (var hands = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                calls.add(() -> {
                    world.run(business, () -> clients.paid(business.id(), anna, Money.rubles(100)));
                    return true;
                });
            }
            for (var done : hands.invokeAll(calls)) {
                assertThat(done.get()).isTrue();
            }
        }
        world.run(business, () -> clients.paid(business.id(), anna, Money.rubles(-50)));
        assertThat(world.in(business, () -> clients.summaries(business.id(), List.of(anna.value())))
                        .get(anna.value()))
                .extracting(ClientSummary::paidTotal)
                .isEqualTo(Money.rubles(1550));
    }

    @Test
    void a_stranger_with_an_endless_or_unprintable_profile_is_taken_in_all_the_same() {
        Business business = world.business();
        var strange =
                new Newcomer("Я\u0000" + "ж".repeat(5_000) + "\ud83d", "x".repeat(500), "", Map.of("k\u0007", "v"));
        ClientId client = world.in(business, () -> clients.arrive(business.id(), sandbox("9"), strange, "bot"))
                .client();
        assertThat(world.in(business, () -> clients.names(business.id(), List.of(client.value())))
                        .get(client.value()))
                .startsWith("Яж")
                .hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void outside_a_tenant_nothing_is_written() {
        Business business = world.business();
        assertThatThrownBy(() -> transaction.execute(_ -> clients.arrive(business.id(), sandbox("1"), ANNA, "bot")))
                .isInstanceOf(DataAccessException.class);
        assertThat(Tenancy.current()).isEmpty();
    }
}
