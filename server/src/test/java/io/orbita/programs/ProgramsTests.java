package io.orbita.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.dialogues.QuestionnaireFinished;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.MessageFailed;
import io.orbita.payments.PaymentCompleted;
import io.orbita.payments.PaymentRefunded;
import io.orbita.platform.jobs.DueWorkGivenUp;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From the facts of other rooms to the document in the client's hands. */
@OrbitaTest
class ProgramsTests {
    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final Making making;
    private final Programs programs;
    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final Business business;
    private final String trainer;

    ProgramsTests(
            World world,
            Clients clients,
            ApplicationEventPublisher events,
            Making making,
            Programs programs,
            Catalog catalog,
            JdbcClient jdbc) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.making = making;
        this.programs = programs;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.business = world.business();
        this.trainer = world.token(business, Role.TRAINER);
    }

    @Test
    void the_last_answer_brings_the_first_week_with_its_reasons_for_the_trainer() {
        Guest anna = guest("Анна 🌸").knows(Map.of());
        anna.answered();

        List<byte[]> documents = anna.walker.documents();

        assertThat(documents).hasSize(1);
        assertThat(Guest.text(documents.getFirst()))
                .contains("Анна")
                .contains("Неделя 1")
                .contains("похудение")
                .doesNotContain("Women_");
        JsonNode program = only(anna);
        assertThat(program.path("state").asString()).isEqualTo("delivered");
        assertThat(program.path("paid").asBoolean()).isFalse();
        assertThat(program.path("profile").asString()).startsWith("Women_");
        JsonNode detailed = world.get("/api/programs/" + program.path("id").asLong(), trainer)
                .body();
        assertThat(detailed.path("explanation").path("reasons").get(0).asString())
                .contains("похудение · новичок · дом · 3 в неделю");
        assertThat(happened(ProgramDelivered.class)).isEqualTo(1);
    }

    @Test
    void the_same_run_told_twice_and_made_twice_gives_one_document() {
        Guest anna = guest("Анна").knows(Map.of());
        long run = anna.answered();
        world.drain();
        anna.tell(new QuestionnaireFinished(business.id(), anna.client, run, false, false));
        long id = only(anna).path("id").asLong();
        Tenancy.run(business.id(), () -> making.run(business.id(), Making.ref(id)));

        assertThat(anna.walker.documents()).hasSize(1);
        assertThat(happened(ProgramDelivered.class)).isEqualTo(1);
    }

    @Test
    void a_payment_told_twice_gives_one_programme_of_its_weeks() {
        Guest anna = guest("Анна");
        anna.walker.press("бесплатную программу");
        anna.walker.answerAll();
        PaymentCompleted payment = anna.paid(4);
        anna.tell(payment);

        assertThat(anna.walker.documents()).hasSize(2);
        assertThat(Guest.text(anna.walker.documents().getLast()))
                .contains("Неделя 4")
                .doesNotContain("Неделя 5");
        assertThat(world.in(business, () -> programs.ofPayment(business.id(), payment.payment())))
                .hasValueSatisfying(given -> {
                    assertThat(given.weeks()).isEqualTo(4);
                    assertThat(given.link()).isNotNull();
                });
    }

    @Test
    void paid_before_the_answers_waits_for_them_and_brings_only_the_full_programme() {
        Guest anna = guest("Анна");
        anna.paid(12);
        assertThat(anna.walker.documents()).isEmpty();
        assertThat(only(anna).path("state").asString()).isEqualTo("owed");

        anna.walker.answerAll();

        assertThat(anna.walker.documents()).hasSize(1);
        assertThat(Guest.text(anna.walker.documents().getFirst())).contains("Неделя 12");
    }

    @Test
    void a_tariff_without_weeks_brings_no_programme() {
        Guest anna = guest("Анна").knows(Map.of());
        anna.paid(0);

        assertThat(anna.walker.documents()).isEmpty();
        assertThat(list(anna)).isEmpty();
    }

    @Test
    void a_purchase_while_one_is_running_begins_when_that_ends() {
        Guest anna = guest("Анна");
        anna.walker.press("бесплатную программу");
        anna.walker.answerAll();
        anna.paid(4);
        anna.walker.messages();
        anna.paid(12);
        anna.walker.messages();

        JsonNode second = list(anna).getFirst();
        JsonNode first = list(anna).get(1);
        assertThat(second.path("next").asBoolean()).isTrue();
        assertThat(first.path("next").asBoolean()).isFalse();
        assertThat(java.time.Instant.parse(second.path("starts_at").asString()))
                .isEqualTo(java.time.Instant.parse(first.path("starts_at").asString())
                        .plus(Duration.ofDays(28)));
        assertThat(anna.walker.lastText()).contains("следующая программа");
    }

    @Test
    void new_answers_in_the_middle_of_a_paid_programme_go_to_the_trainer() {
        Guest anna = guest("Анна");
        anna.paid(12);
        anna.walker.answerAll();
        anna.answered();

        assertThat(anna.walker.documents()).hasSize(1);
        assertThat(notices()).anyMatch(notice -> notice.contains("прошёл анкету заново"));
        world.clock().advance(Duration.ofDays(85));
        anna.answered();
        assertThat(anna.walker.documents()).hasSize(2);
    }

    @Test
    void who_blocks_the_bot_gets_it_by_mail_and_is_told_once() {
        Guest anna = guest("Анна").knows(Map.of());
        world.run(
                business,
                () -> clients.addIdentity(
                        business.id(), anna.client, new Identity(Identity.Kind.EMAIL, "anna-blocks@example.ru"), true));
        long chat = anna.chat;
        var me = Map.of("id", chat, "is_bot", false, "first_name", "Анна");
        var bot = Map.of("id", 1, "is_bot", true, "first_name", "Бот");
        assertThat(world.post(
                                "/api/sandbox/bot/" + business.slug() + "/updates",
                                null,
                                Map.of(
                                        "update_id",
                                        999_999_999,
                                        "my_chat_member",
                                        Map.of(
                                                "chat", Map.of("id", chat, "type", "private", "first_name", "Анна"),
                                                "from", me,
                                                "date", 1_795_168_800,
                                                "old_chat_member", Map.of("user", bot, "status", "member"),
                                                "new_chat_member",
                                                        Map.of("user", bot, "status", "kicked", "until_date", 0))))
                        .status())
                .isEqualTo(202);
        anna.answered();
        world.drain();

        assertThat(world.get("/api/sandbox/mail/" + business.slug(), trainer)
                        .body()
                        .toString())
                .contains("anna-blocks@example.ru");
        assertThat(happened(ProgramDelivered.class)).isEqualTo(1);
        assertThat(happened(ProgramUndeliverable.class)).isZero();
    }

    @Test
    void a_message_that_cannot_arrive_is_tried_over_the_next_channel() {
        Guest anna = guest("Анна").knows(Map.of());
        long run = anna.answered();
        long id = only(anna).path("id").asLong();
        Tenancy.run(business.id(), () -> making.run(business.id(), Making.ref(id)));

        anna.tell(new MessageFailed(
                business.id(),
                new ConversationId(1),
                anna.client,
                1,
                Delivery.KIND,
                "program:" + id + ":document",
                true));

        assertThat(run).isPositive();
        assertThat(anna.walker.documents()).hasSize(2);
        assertThat(happened(ProgramDelivered.class)).isEqualTo(1);
    }

    @Test
    void health_and_equipment_shape_what_is_given() {
        Guest anna = guest("Анна").knows(Map.of("limitations", List.of("knees", "heart"), "equipment", List.of()));
        anna.answered();

        String text = Guest.text(anna.walker.documents().getFirst());
        assertThat(text)
                .contains("Сначала к врачу")
                .contains("бережём сердце")
                .doesNotContain("Гоблет-присед")
                .doesNotContain("Планка\n");
        assertThat(anna.walker.texts()).anyMatch(caption -> caption.contains("покажите этот план врачу"));
    }

    @Test
    void a_client_of_whom_nothing_is_known_still_gets_a_programme() {
        Guest nobody = guest("Кто-то");
        nobody.answered();

        assertThat(nobody.walker.documents()).hasSize(1);
    }

    @Test
    void a_full_refund_withdraws_the_programme_and_its_links() {
        Guest anna = guest("Анна");
        anna.walker.press("бесплатную программу");
        anna.walker.answerAll();
        PaymentCompleted payment = anna.paid(12);
        anna.walker.messages();
        long id = list(anna).getFirst().path("id").asLong();
        World.Answer link = world.post("/api/programs/" + id + "/link", trainer, Map.of());
        String url = link.body().path("url").asString();
        assertThat(world.get(url, null).status()).isEqualTo(200);

        anna.tell(new PaymentRefunded(business.id(), payment.payment(), anna.client, Money.rubles(100), false));
        assertThat(list(anna).getFirst().path("state").asString()).isEqualTo("delivered");
        anna.tell(new PaymentRefunded(business.id(), payment.payment(), anna.client, Money.rubles(2_990), true));

        assertThat(list(anna).getFirst().path("state").asString()).isEqualTo("withdrawn");
        assertThat(world.get(url, null).status()).isEqualTo(404);
        assertThat(world.post("/api/programs/" + id + "/send", trainer, Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(notices()).anyMatch(notice -> notice.contains("программу отозвали"));
    }

    @Test
    void a_refund_before_it_was_made_leaves_nothing_to_make() {
        Guest anna = guest("Анна");
        PaymentCompleted payment = anna.paid(12);
        anna.tell(new PaymentRefunded(business.id(), payment.payment(), anna.client, Money.rubles(2_990), true));
        anna.knows(Map.of());
        anna.answered();

        assertThat(anna.walker.documents()).hasSize(1);
        assertThat(Guest.text(anna.walker.documents().getFirst())).doesNotContain("Неделя 12");
    }

    @Test
    void without_a_chat_it_goes_by_mail() {
        var mail = new Identity(Identity.Kind.EMAIL, "anna@example.ru");
        var client = world.in(
                business,
                () -> clients.arrive(business.id(), mail, new Newcomer("Анна", null, "site", Map.of()), "test")
                        .client());
        world.run(
                business, () -> events.publishEvent(new QuestionnaireFinished(business.id(), client, 77, true, false)));
        world.drain();

        JsonNode letters = world.get("/api/sandbox/mail/" + business.slug(), trainer)
                .body()
                .path("items");
        assertThat(letters.toString()).contains("anna@example.ru").contains(".pdf");
    }

    @Test
    void whom_nothing_reaches_is_told_to_the_trainer_and_to_the_funnel() {
        var client = world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.PHONE, "+79160000001"),
                                new Newcomer("Анна", null, "import", Map.of()),
                                "test")
                        .client());
        world.run(
                business, () -> events.publishEvent(new QuestionnaireFinished(business.id(), client, 78, true, false)));
        world.drain();

        assertThat(happened(ProgramUndeliverable.class)).isEqualTo(1);
        assertThat(happened(ProgramDelivered.class)).isZero();
        assertThat(notices()).anyMatch(notice -> notice.contains("отправить её некуда"));
    }

    @Test
    void when_every_try_fails_the_client_and_the_trainer_hear_of_it() {
        Guest anna = guest("Анна").knows(Map.of());
        world.run(
                business,
                () -> jdbc.sql("""
                        insert into programs.program (business_id, public_id, client_id, paid, weeks, cause, run_id, state, send, created_at)
                        values (:business, '1-0123456789012345678901', :client, false, 1, 'questionnaire', 4242, 'owed', true, :now)
                        """)
                        .param("business", business.id().value())
                        .param("client", anna.client.value())
                        .param(
                                "now",
                                io.orbita.platform.jdbc.Sql.at(world.clock().instant()))
                        .update());
        long id = only(anna).path("id").asLong();

        anna.tell(new DueWorkGivenUp(business.id(), Making.KIND, Making.ref(id)));

        assertThat(anna.walker.lastText()).contains("Тренер уже знает");
        assertThat(only(anna).path("state").asString()).isEqualTo("failed");
        assertThat(notices()).anyMatch(notice -> notice.contains("Соберите её вручную"));
    }

    @Test
    void my_programme_in_the_bot_brings_the_newest_and_offers_the_older() {
        Guest anna = guest("Анна");
        anna.walker.say("/program");
        assertThat(anna.walker.lastText()).contains("Программы пока нет");
        anna.walker.press("К анкете");
        anna.walker.answerAll();
        anna.paid(4);
        anna.walker.messages();

        anna.walker.say("/program");

        assertThat(Guest.text(anna.walker.documents().getLast())).contains("Неделя 4");
        anna.walker.press("Первая неделя от");
        assertThat(Guest.text(anna.walker.documents().getLast()))
                .contains("Первая неделя")
                .doesNotContain("Неделя 4");
        assertThat(happened(ProgramDelivered.class)).isEqualTo(2);
    }

    @Test
    void a_forgotten_client_leaves_no_programme_that_can_be_read(
            @org.springframework.beans.factory.annotation.Autowired ProgramData data) {
        Guest anna = guest("Анна").knows(Map.of());
        anna.answered();
        anna.walker.messages();
        long id = only(anna).path("id").asLong();
        assertThat(world.in(business, () -> data.export(business.id(), anna.client))
                        .toString())
                .contains("Анна");

        world.run(business, () -> data.erase(business.id(), anna.client));

        assertThat(world.get("/api/programs/" + id + "/view", trainer).status()).isEqualTo(409);
        assertThat(world.in(business, () -> data.export(business.id(), anna.client))
                        .toString())
                .doesNotContain("Анна");
        assertThat(world.in(
                        business,
                        () -> jdbc.sql(
                                        "select count(*) from programs.version where business_id = :b and content is not null")
                                .param("b", business.id().value())
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    private void offerTariff() {
        world.run(
                business,
                () -> catalog.addTariff(
                        business.id(),
                        new TariffDraft(
                                "Программа на 12 недель",
                                "Полный план",
                                Money.rubles(2_990),
                                3,
                                List.of("PDF"),
                                12,
                                null,
                                null,
                                true)));
    }

    private Guest guest(String name) {
        return new Guest(world, clients, events, business, name);
    }

    private JsonNode only(Guest guest) {
        assertThat(list(guest)).hasSize(1);
        return list(guest).getFirst();
    }

    private List<JsonNode> list(Guest guest) {
        return world.get("/api/clients/" + guest.client + "/programs", trainer)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<String> notices() {
        return world.get("/api/notices", trainer)
                .body()
                .path("items")
                .valueStream()
                .map(notice -> notice.path("text").asString())
                .toList();
    }

    private long happened(Class<?> event) {
        world.drain();
        return world.in(
                business,
                () -> jdbc.sql("select count(*) from platform.event_log where business_id = :b and type = :type")
                        .param("b", business.id().value())
                        .param("type", event.getSimpleName())
                        .query(Long.class)
                        .single());
    }
}
