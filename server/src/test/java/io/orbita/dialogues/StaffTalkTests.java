package io.orbita.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The bot falls silent while staff talk with a client: who begins it, what the client can still do, how it ends. */
@OrbitaTest
class StaffTalkTests {
    private final World world;
    private final JdbcClient jdbc;
    private final Business business;
    private final BotChat anna;
    private final BotChat trainer;

    StaffTalkTests(World world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
        this.business = world.business();
        this.anna = new BotChat(world, business);
        this.trainer = new BotChat(world, business);
    }

    @Test
    void an_answer_from_the_inbox_silences_the_bot_and_staff_is_told_every_word() {
        anna.types("/start");
        answers("Добрый день! Чем помочь?");
        assertThat(anna.text()).isEqualTo("Добрый день! Чем помочь?");

        assertThat(anna.types("Привет").fresh).isEmpty();
        assertThat(anna.types("спасибо").fresh).isEmpty();

        assertThat(words())
                .hasSize(2)
                .allMatch(it -> it.startsWith("Анна"))
                .last()
                .asString()
                .contains("«спасибо»");
        assertThat(anna.types("/menu").fresh).isNotEmpty();
        assertThat(anna.presses("Частые вопросы").fresh).isNotEmpty();
        assertThat(anna.types("А по субботам?").fresh)
                .as("a look at the menu ends no talk")
                .isEmpty();
    }

    @Test
    void taking_a_notice_silences_the_bot_until_it_is_handed_back_by_a_button() {
        link();
        anna.types("/start").types("Сыну 15, можно ему?");
        trainer.look();

        trainer.presses("Взять");

        assertThat(trainer.text()).startsWith("Взято: ").contains("бот не вмешивается");
        assertThat(anna.types("Алло?").fresh).isEmpty();
        trainer.look();
        assertThat(trainer.text()).contains("«Алло?»");
        trainer.presses("Вернуть боту");
        assertThat(trainer.text()).contains("снова отвечает");
        assertThat(anna.types("спасибо").text()).startsWith("Пожалуйста!");
        trainer.presses("Вернуть боту");
        assertThat(trainer.text()).contains("уже отвечает");
    }

    @Test
    void an_answer_from_a_notice_silences_the_bot() {
        link();
        anna.types("/start").types("Сыну 15, можно ему?");
        trainer.look();
        trainer.presses("Ответить").types("Можно, приходите вместе");
        anna.look();
        assertThat(anna.text()).isEqualTo("Можно, приходите вместе");

        assertThat(anna.types("спасибо").fresh).isEmpty();
        assertThat(trainer.types("привет").text())
                .as("staff themselves talk with the bot")
                .isNotEmpty();
    }

    @Test
    void a_conversation_is_taken_and_handed_back_by_the_api() {
        anna.types("/start");
        var first = world.token(business, Role.MANAGER);
        var second = world.token(business, Role.TRAINER);
        var taken = world.post(path() + "/take", first, Map.of());
        assertThat(taken.status()).isEqualTo(200);
        assertThat(conversation().path("taken_by").longValue()).isEqualTo(user(first));
        assertThat(conversation().path("taken_until").stringValue())
                .isEqualTo(taken.body().path("taken_until").stringValue());

        world.post(path() + "/take", second, Map.of());
        assertThat(conversation().path("taken_by").longValue())
                .as("a colleague takes over")
                .isEqualTo(user(second));
        assertThat(anna.types("спасибо").fresh).isEmpty();

        assertThat(world.post(path() + "/hand-back", first, Map.of()).status()).isEqualTo(204);
        assertThat(conversation().has("taken_by")).isFalse();
        assertThat(anna.types("спасибо").fresh).isNotEmpty();
        var stranger = world.token(world.business(), Role.ADMIN);
        assertThat(world.post(path() + "/take", stranger, Map.of()).status()).isEqualTo(404);
        assertThat(world.post(path() + "/hand-back", stranger, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_forgotten_conversation_comes_back_four_hours_after_the_last_word_of_the_staff() {
        anna.types("/start");
        answers("Добрый день!");
        world.clock().advance(Duration.ofHours(3));
        answers("Вы ещё здесь?");
        world.clock().advance(Duration.ofHours(3));
        assertThat(anna.types("спасибо").fresh).isEmpty();

        world.clock().advance(Duration.ofHours(1));

        assertThat(anna.types("спасибо").text()).startsWith("Пожалуйста!");
    }

    @Test
    void an_open_questionnaire_waits_and_goes_on_by_its_button() {
        anna.begins().upTo("Какой у вас вес");
        answers("Анна, здравствуйте!");

        assertThat(anna.types("64,5").text()).contains("Анкета подождёт");
        assertThat(anna.types("65").fresh).isEmpty();
        anna.presses("Продолжить");
        assertThat(anna.text()).contains("Какой у вас вес");
        assertThat(conversation().has("taken_by"))
                .as("the client went back to the bot")
                .isFalse();
        assertThat(anna.types("64,5").text()).contains("образ жизни");
    }

    @Test
    void a_promo_code_is_typed_to_the_bot_also_while_staff_talk() {
        var tariff = Map.of(
                "title",
                "Сопровождение",
                "price",
                Map.of("amount", "34999.00", "currency", "RUB"),
                "programme_weeks",
                12);
        long id = world.post("/api/tariffs", world.token(business, Role.ADMIN), tariff)
                .body()
                .path("id")
                .asLong();
        anna.types("/start");
        answers("Вот промокод: ЛЕТО");

        anna.pressesOn(anna.lastMessage(), "pay:promo:" + id);
        assertThat(anna.text()).contains("Напишите промокод");
        assertThat(conversation().has("taken_by")).isFalse();

        assertThat(anna.types("ЛЕТО").fresh).as("the bot took the code").isNotEmpty();
    }

    @Test
    void a_program_that_writes_silences_nobody() {
        anna.types("/start");
        var admin = world.token(business, Role.ADMIN);
        var scopes = Map.of("name", "crm", "scopes", List.of("conversations:write"));
        var key = world.post("/api/api-keys", admin, scopes).body().path("key").asString();
        assertThat(world.post(path() + "/messages", key, Map.of("text", "Из CRM"))
                        .status())
                .isLessThan(300);
        assertThat(world.post(path() + "/take", key, Map.of()).status()).isEqualTo(403);

        assertThat(anna.types("спасибо").text()).startsWith("Пожалуйста!");
    }

    /** The trainer's own chat with the bot. */
    private void link() {
        var code = world.post("/api/notices/link-code", world.token(business, Role.TRAINER), Map.of())
                .body();
        trainer.types(code.path("command").stringValue());
        assertThat(trainer.text()).startsWith("Готово");
    }

    private void answers(String text) {
        var token = world.token(business, Role.MANAGER);
        assertThat(world.post(path() + "/messages", token, Map.of("text", text)).status())
                .isLessThan(300);
        anna.look();
    }

    private long user(String token) {
        return world.get("/api/auth/me", token).body().path("id").longValue();
    }

    /** Anna's conversation as the inbox shows it. */
    private JsonNode conversation() {
        return world.get("/api/conversations", world.token(business, Role.MANAGER))
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("title").asString().startsWith("Анна"))
                .findFirst()
                .orElseThrow();
    }

    private String path() {
        return "/api/conversations/" + conversation().path("id").longValue();
    }

    /** The notices of what clients wrote. */
    private List<String> words() {
        return world.in(
                business,
                () -> jdbc.sql("""
                        select body from messaging.notice
                         where business_id = :business and kind = 'dialogues.message' order by id
                        """)
                        .param("business", business.id().value())
                        .query(String.class)
                        .list());
    }
}
