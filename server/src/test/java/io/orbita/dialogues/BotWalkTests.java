package io.orbita.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.clients.Consents.Purpose;
import io.orbita.clients.Identity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From /start to the end of the questionnaire, by real updates of Telegram through the sandbox. */
@OrbitaTest
class BotWalkTests {
    private final World world;
    private final Clients clients;
    private final Consents consents;
    private final Dialogues dialogues;
    private final JdbcClient jdbc;
    private final Business business;
    private final BotChat anna;

    BotWalkTests(World world, Clients clients, Consents consents, Dialogues dialogues, JdbcClient jdbc) {
        this.world = world;
        this.clients = clients;
        this.consents = consents;
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

    private long events(String type) {
        return jdbc.sql("select count(*) from platform.event_log where business_id = :business and type like :type")
                .param("business", business.id().value())
                .param("type", "%" + type)
                .query(Long.class)
                .single();
    }

    @Test
    void start_makes_a_client_with_a_lead_and_shows_the_menu() {
        anna.types("/start src_vk");

        assertThat(anna.text()).startsWith("Здравствуйте, Анна!");
        assertThat(anna.labels()).contains("Получить бесплатную программу", "Частые вопросы", "Контакты");
        assertThat(world.in(
                        business,
                        () -> clients.contacts(business.id(), client()).name()))
                .isEqualTo("Анна");
        assertThat(world.in(
                        business,
                        () -> jdbc.sql(
                                        "select source from clients.lead where business_id = :business and client_id = :client")
                                .param("business", business.id().value())
                                .param("client", client().value())
                                .query(String.class)
                                .list()))
                .containsExactly("vk");
    }

    @Test
    void the_whole_walk_each_update_twice() {
        anna.types("/start").again();
        anna.presses("Получить бесплатную программу").again();
        anna.presses("Женский").again().types("32").again().presses("Новичок").again();
        anna.presses("Похудение")
                .again()
                .types("1,75 м")
                .again()
                .types("64,5 кг")
                .again();
        anna.presses("Сидячий").again().presses("3").again().presses("Дом").again();
        anna.presses("Гантели")
                .again()
                .presses("Турник")
                .again()
                .presses("Готово")
                .again();
        anna.presses("Готово").again();
        assertThat(anna.text()).contains("Давайте сверим", "Рост: 175 см", "Инвентарь: Гантели, Турник");
        anna.presses("Даю согласие").again().presses("Да, присылайте").again();

        assertThat(anna.fresh).isEmpty();
        assertThat(events("QuestionnaireStarted")).isEqualTo(1);
        assertThat(events("QuestionnaireFinished")).isEqualTo(1);
        var profile = world.in(business, () -> clients.profile(business.id(), client()));
        assertThat(profile.gender()).isEqualTo("female");
        assertThat(profile.age()).isEqualTo(32);
        assertThat(profile.experience()).isEqualTo("beginner");
        assertThat(profile.goal()).isEqualTo("weight_loss");
        assertThat(profile.heightCm()).isEqualTo(175);
        assertThat(profile.weightKg()).isEqualByComparingTo(new BigDecimal("64.5"));
        assertThat(profile.daysPerWeek()).isEqualTo(3);
        assertThat(profile.location()).isEqualTo("home");
        assertThat(profile.equipment()).containsExactly("dumbbells", "pull_up_bar");
        assertThat(profile.limitations()).isEmpty();
        world.run(business, () -> {
            assertThat(consents.given(business.id(), client(), Purpose.PROCESSING))
                    .isTrue();
            assertThat(consents.given(business.id(), client(), Purpose.MARKETING))
                    .isTrue();
            assertThat(dialogues.answered(business.id(), client())).isTrue();
        });
    }

    @Test
    void a_restart_in_mid_questionnaire_goes_on_at_the_same_question() {
        anna.begins().upTo("Какой у вас вес");
        var chat = anna.lastMessage();

        // Nothing of a conversation lives in memory: another instance over the same rows is a restart.
        anna.types("64,5");

        assertThat(anna.text()).contains("образ жизни");
        assertThat(chat.path("text").asString()).contains("Вопрос 6 из 14");
        assertThat(world.in(
                        business,
                        () -> jdbc.sql("""
                                select question from dialogues.run where business_id = :business and finished_at is null
                                """)
                                .param("business", business.id().value())
                                .query(String.class)
                                .single()))
                .isEqualTo("lifestyle");
    }

    @Test
    void a_photo_instead_of_text_is_answered_and_the_question_stands() {
        anna.begins().upTo("Какой у вас рост");

        anna.sends(Map.of("photo", List.of(Map.of("file_id", "F", "file_unique_id", "U", "width", 9, "height", 9))));

        assertThat(anna.text()).startsWith("Фото вижу").contains("Какой у вас рост");
    }

    @Test
    void a_command_in_mid_survey_works_and_is_no_answer() {
        anna.begins().upTo("Какая у вас цель?").types("/faq");

        assertThat(anna.texts()).hasSize(2);
        assertThat(anna.text()).startsWith("Вернёмся к анкете?");
        assertThat(anna.presses("Продолжить").text()).contains("Какая у вас цель?");
    }

    @Test
    void a_metre_seventy_five_is_175_centimetres() {
        assertThat(anna.begins().upTo("Какой у вас рост").types("1,75 м").text())
                .startsWith("✓ 175 см");
    }

    @Test
    void a_healthy_heart_is_no_illness() {
        anna.begins().upTo("по здоровью").types("сердце здоровое");

        assertThat(anna.text()).startsWith("✓ Ничего не беспокоит").contains("согласие на обработку");
    }

    @Test
    void a_weak_heart_ends_nothing_and_the_trainer_is_told() {
        anna.begins().upTo("по здоровью").presses("Сердце и давление").presses("Готово");

        assertThat(anna.text()).contains("покажите программу врачу");
        assertThat(world.in(
                        business,
                        () -> jdbc.sql(
                                        "select body from messaging.notice where business_id = :business and kind = 'dialogues.health'")
                                .param("business", business.id().value())
                                .query(String.class)
                                .single()))
                .contains("Анна", "сердце и давление");
        anna.presses("Пропустить").types("да").types("нет");
        assertThat(world.in(
                        business, () -> clients.profile(business.id(), client()).limitations()))
                .containsExactly("heart");
    }

    @Test
    void four_thousand_and_ninety_six_characters_are_answered() {
        anna.begins().upTo("Какой у вас рост").types("ж".repeat(4096));

        assertThat(anna.text()).contains("от 120 до 230 см");
        assertThat(anna.types("168").text()).contains("Какой у вас вес");
    }

    @Test
    void two_taps_on_one_button_count_once() {
        anna.begins().upTo("Какая у вас цель?");
        var message = anna.lastMessage();
        String data = "a:1:goal:weight_loss";
        anna.pressesOn(message, data);
        assertThat(anna.text()).contains("Какой у вас рост");

        anna.pressesOn(message, data);

        assertThat(anna.text()).contains("Какой у вас рост");
        assertThat(anna.types("168").text()).contains("Какой у вас вес");
        assertThat(world.in(
                        business,
                        () -> jdbc.sql("""
                                select count(*) from dialogues.answer where business_id = :business and question = 'goal'
                                """)
                                .param("business", business.id().value())
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void ticks_are_edited_in_place_and_message_ids_only_grow() {
        anna.begins().upTo("из инвентаря");
        long question = anna.lastMessage().path("message_id").asLong();

        anna.presses("Турник");

        assertThat(anna.fresh).isEmpty();
        assertThat(anna.lastMessage().path("message_id").asLong()).isEqualTo(question);
        assertThat(anna.labels()).contains("☑ Турник", "Готово");
        assertThat(anna.presses("Готово").lastMessage().path("message_id").asLong())
                .isGreaterThan(question);
    }

    @Test
    void a_second_pass_begins_with_the_former_answers_and_is_told_as_a_second() {
        anna.begins().upTo("Собираем вашу программу");

        anna.types("/anketa");

        assertThat(anna.labels()).contains("Оставить: Женский");
        anna.presses("Оставить: Женский").types("33").upTo("Собираем вашу программу");
        assertThat(events("QuestionnaireFinished")).isEqualTo(2);
        assertThat(jdbc.sql("""
                        select facts ->> 'first' from platform.event_log
                         where business_id = :business and type like '%QuestionnaireFinished' order by id
                        """)
                        .param("business", business.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("true", "false");
        assertThat(world.in(
                        business, () -> clients.profile(business.id(), client()).age()))
                .isEqualTo(33);
    }
}
