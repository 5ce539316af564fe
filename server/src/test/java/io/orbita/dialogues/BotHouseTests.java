package io.orbita.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.BotLinks;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands around the questionnaire: menu, FAQ, contacts, the inbox, links of the site, staff. */
@OrbitaTest
class BotHouseTests {
    private final World world;
    private final Clients clients;
    private final BotLinks links;
    private final JdbcClient jdbc;
    private final Business business;
    private final BotChat anna;

    BotHouseTests(World world, Clients clients, BotLinks links, JdbcClient jdbc) {
        this.world = world;
        this.clients = clients;
        this.links = links;
        this.jdbc = jdbc;
        this.business = world.business();
        this.anna = new BotChat(world, business);
    }

    private ClientId client(BotChat chat) {
        var identity = new Identity(Identity.Kind.SANDBOX, Long.toString(chat.chat));
        return world.in(business, () -> clients.byIdentity(business.id(), identity))
                .orElseThrow();
    }

    private List<String> notices(String kind) {
        return world.in(
                business,
                () -> jdbc.sql(
                                "select body from messaging.notice where business_id = :business and kind = :kind order by id")
                        .param("business", business.id().value())
                        .param("kind", kind)
                        .query(String.class)
                        .list());
    }

    @Test
    void the_faq_is_read_by_buttons_and_each_reading_counts() {
        anna.types("/start").presses("Частые вопросы");
        assertThat(anna.labels()).contains("Сколько это стоит?", "В меню");

        anna.presses("Сколько это стоит?");

        assertThat(anna.text()).contains("Первая неделя тренировок бесплатная");
        var manager = world.token(business, Role.MANAGER);
        assertThat(world.get("/api/faq", manager)
                        .body()
                        .path("items")
                        .path(0)
                        .path("shown")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void a_hidden_entry_is_not_shown() {
        var manager = world.token(business, Role.MANAGER);
        var first = world.get("/api/faq", manager).body().path("items").path(0);
        world.call(
                HttpMethod.PUT,
                "/api/faq/" + first.path("id").asLong(),
                manager,
                Map.of("question", "Сколько это стоит?", "answer", "Тайна", "active", false));

        assertThat(anna.types("/faq").labels()).doesNotContain("Сколько это стоит?");
        assertThat(anna.types("/start").text()).isNotBlank();
    }

    @Test
    void contacts_are_those_of_the_business() {
        assertThat(anna.types("/contacts").text()).startsWith("Просто напишите сюда");
        var contacts = Map.of("phone", "+7 900 000-00-00");
        world.call(HttpMethod.PUT, "/api/bot/contacts", world.token(business, Role.ADMIN), contacts);

        assertThat(anna.types("/contacts").text()).contains("+7 900 000-00-00");
    }

    @Test
    void what_is_typed_outside_a_dialogue_reaches_the_staff_and_is_promised_once() {
        anna.types("/start").types("Вы работаете с подростками?");
        assertThat(anna.text()).startsWith("Передали тренеру");

        anna.types("Сыну 15");

        assertThat(anna.fresh).isEmpty();
        assertThat(notices("dialogues.message")).singleElement().asString().contains("Анна", "с подростками");
    }

    @Test
    void the_staff_hears_of_a_new_lead_once() {
        anna.types("/start src_vk").types("/start");

        assertThat(notices("lead.new")).singleElement().asString().contains("Анна", "@anna" + anna.chat, "vk");
    }

    @Test
    void a_link_of_the_site_joins_what_the_visit_left() {
        var visitor = world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.VISITOR, "visit-" + anna.chat),
                                new Newcomer("Анна с сайта", null, "site", Map.of()),
                                "form")
                        .client());
        String payload = world.in(business, () -> links.issue(business.id(), visitor));

        anna.types("/start " + payload);

        assertThat(anna.text()).contains("заявка с сайта у нас");
        assertThat(world.in(business, () -> clients.members(business.id(), client(anna))))
                .contains(visitor.value());
        var second = new BotChat(world, business).types("/start " + payload);
        assertThat(second.text()).doesNotContain("заявка с сайта");
        assertThat(world.in(business, () -> clients.members(business.id(), client(second))))
                .hasSize(1);
    }

    @Test
    void any_payload_may_be_typed_and_is_at_most_a_mark() {
        for (var payload :
                List.of("ref_kolya", "zzz", "../../etc", "'; drop table x", "ж".repeat(64), "v".repeat(64))) {
            assertThat(new BotChat(world, business).types("/start " + payload).text())
                    .startsWith("Здравствуйте, Анна!");
        }
        assertThat(world.in(
                        business,
                        () -> jdbc.sql("select utm::text from clients.lead where business_id = :business order by id")
                                .param("business", business.id().value())
                                .query(String.class)
                                .list()))
                .startsWith("{\"ref\": \"kolya\"}", "{\"start\": \"zzz\"}")
                .endsWith("{}", "{}");
    }

    @Test
    void a_number_that_the_channel_proves_becomes_the_clients_own() {
        anna.types("/start");
        String phone = "+7916" + (1_000_000 + anna.chat);

        anna.sends(Map.of("contact", Map.of("phone_number", phone, "first_name", "Анна", "user_id", anna.chat)));

        assertThat(anna.text()).startsWith("Спасибо, номер записали");
        assertThat(world.in(
                        business,
                        () -> clients.contacts(business.id(), client(anna)).phones()))
                .containsExactly(phone);
        anna.sends(Map.of("contact", Map.of("phone_number", "+79160000001", "first_name", "Коля", "user_id", 5)));
        assertThat(anna.text()).startsWith("Это чужой номер");
    }

    @Test
    void who_blocks_the_bot_loses_nothing() {
        anna.begins().upTo("Какая у вас цель?").blocks(true).blocks(false);

        assertThat(anna.types("похудеть").text()).contains("Какой у вас рост");
    }

    @Test
    void a_state_that_cannot_be_read_does_not_silence_the_conversation() {
        anna.begins().upTo("Какая у вас цель?");
        world.run(
                business,
                () -> jdbc.sql("update dialogues.dialogue set state = '{\"mode\": 7}' where business_id = :business")
                        .param("business", business.id().value())
                        .update());

        anna.types("/menu").presses("Получить бесплатную программу");

        assertThat(anna.text()).contains("Ваш пол?");
    }

    @Test
    void a_pass_ends_with_the_version_it_began_with() {
        anna.begins().upTo("Какая у вас цель?");
        var trainer = world.token(business, Role.TRAINER);
        var questions = world.get("/api/questionnaire", trainer)
                .body()
                .path("questions")
                .valueStream()
                .filter(question -> !question.path("key").asString().equals("lifestyle"))
                .toList();
        assertThat(world.call(HttpMethod.PUT, "/api/questionnaire", trainer, Map.of("questions", questions))
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(2);

        anna.upTo("образ жизни");

        var kolya =
                new BotChat(world, business).begins().upTo("Какой у вас вес").types("80");
        assertThat(kolya.text()).contains("Сколько дней в неделю");
    }

    @Test
    void the_card_shows_what_was_answered() {
        anna.begins().upTo("Какой у вас вес");

        var passes = world.get("/api/clients/" + client(anna) + "/questionnaires", world.token(business, Role.TRAINER))
                .body()
                .path("items");

        assertThat(passes.path(0).path("stopped_at").asString()).isEqualTo("weight");
        assertThat(passes.path(0)
                        .path("answers")
                        .valueStream()
                        .map(answer -> answer.path("title").asString() + ": "
                                + answer.path("answer").asString()))
                .contains("Пол: Женский", "Возраст: 32 года", "Рост: 168 см");
    }
}
