package io.orbita.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.clients.BotLinks;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who paid before they answered is asked at once, and left alone once they answered. */
@OrbitaTest
class PaidFirstTests {
    private final World world;
    private final Clients clients;
    private final BotLinks links;
    private final Dialogues dialogues;
    private final JdbcClient jdbc;
    private final Business business;
    private final BotChat anna;

    PaidFirstTests(World world, Clients clients, BotLinks links, Dialogues dialogues, JdbcClient jdbc) {
        this.world = world;
        this.clients = clients;
        this.links = links;
        this.dialogues = dialogues;
        this.jdbc = jdbc;
        this.business = world.business();
        this.anna = new BotChat(world, business);
    }

    private ClientId client() {
        var identity = new Identity(Identity.Kind.SANDBOX, Long.toString(anna.chat));
        return world.in(business, () -> clients.byIdentity(business.id(), identity))
                .orElseThrow();
    }

    private ClientId buyer(String email) {
        return world.in(
                        business,
                        () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.VISITOR, "buyer-" + anna.chat),
                                new Newcomer("Пётр", null, "site", Map.of()),
                                "purchase"))
                .client();
    }

    private String link(ClientId visit) {
        return world.in(business, () -> links.issue(business.id(), visit));
    }

    private void ask(ClientId client, String key) {
        world.run(business, () -> dialogues.ask(business.id(), client, key));
    }

    private List<JsonNode> letters() {
        world.drain();
        return world.get("/api/sandbox/mail/" + business.slug(), null)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void in_the_chat_the_first_question_comes_at_once_and_once() {
        anna.types("/start");

        ask(client(), "payment:1");
        ask(client(), "payment:1");
        anna.look();

        assertThat(anna.texts())
                .singleElement()
                .asString()
                .startsWith("Спасибо за оплату!")
                .contains("Ваш пол?");
        assertThat(anna.types("женский").text()).contains("Сколько вам полных лет?");
    }

    @Test
    void in_the_middle_of_the_questionnaire_it_goes_on_where_it_stood() {
        anna.begins().upTo("Какая у вас цель?");

        ask(client(), "payment:1");
        anna.look();

        assertThat(anna.text()).startsWith("Спасибо за оплату!").contains("Какая у вас цель?");
    }

    @Test
    void who_has_answered_already_is_not_asked() {
        anna.begins().upTo("Собираем вашу программу");

        ask(client(), "payment:1");
        anna.look();

        assertThat(anna.texts()).noneMatch(text -> text.startsWith("Спасибо за оплату!"));
    }

    @Test
    void who_has_only_an_address_gets_a_letter_with_the_way_into_the_bot() {
        var buyer = buyer("petr@example.org");
        world.run(
                business,
                () -> clients.addIdentity(
                        business.id(),
                        buyer,
                        Identity.email("petr" + anna.chat + "@example.org").orElseThrow(),
                        false));

        ask(buyer, "payment:1");

        var letter = letters().getFirst();
        assertThat(letter.toString()).contains("Осталось ответить на вопросы", "Здравствуйте, Пётр!", "start");
    }

    @Test
    void who_bought_on_the_site_is_asked_as_soon_as_they_open_the_bot() {
        var buyer = buyer("");
        ask(buyer, "payment:1");

        anna.types("/start " + link(buyer));

        assertThat(anna.text()).startsWith("Спасибо за оплату!").contains("Ваш пол?");
    }

    @Test
    void who_got_the_money_back_meanwhile_is_met_like_others() {
        var buyer = buyer("");
        ask(buyer, "payment:1");
        world.run(business, () -> dialogues.askNoMore(business.id(), buyer, "payment:1"));

        anna.types("/start " + link(buyer));

        assertThat(anna.text()).doesNotContain("Спасибо за оплату!");
        assertThat(anna.labels()).contains("Получить бесплатную программу");
    }

    @Test
    void who_cannot_be_reached_is_told_to_the_staff() {
        ask(buyer(""), "payment:1");

        assertThat(world.in(
                        business,
                        () -> jdbc.sql("""
                                select body from messaging.notice
                                 where business_id = :business and kind = 'dialogues.nobody-to-ask'
                                """)
                                .param("business", business.id().value())
                                .query(String.class)
                                .list()))
                .singleElement()
                .asString()
                .contains("Пётр");
    }
}
