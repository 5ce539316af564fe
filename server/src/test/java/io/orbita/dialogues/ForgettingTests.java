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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Silence and forgetting, as the client asks for them in the bot. */
@OrbitaTest
class ForgettingTests {
    private final World world;
    private final Clients clients;
    private final Consents consents;
    private final Dialogues dialogues;
    private final KeptAnswers kept;
    private final JdbcClient jdbc;
    private final Business business;
    private final BotChat anna;

    ForgettingTests(
            World world, Clients clients, Consents consents, Dialogues dialogues, KeptAnswers kept, JdbcClient jdbc) {
        this.world = world;
        this.clients = clients;
        this.consents = consents;
        this.dialogues = dialogues;
        this.kept = kept;
        this.jdbc = jdbc;
        this.business = world.business();
        this.anna = new BotChat(world, business);
    }

    private ClientId client() {
        var identity = new Identity(Identity.Kind.SANDBOX, Long.toString(anna.chat));
        return world.in(business, () -> clients.byIdentity(business.id(), identity))
                .orElseThrow();
    }

    private List<String> answers() {
        return world.in(
                business,
                () -> jdbc.sql(
                                "select coalesce(answer::text, 'forgotten') from dialogues.answer where business_id = :business")
                        .param("business", business.id().value())
                        .query(String.class)
                        .list());
    }

    private String notice() {
        return world.in(
                business,
                () -> jdbc.sql("""
                                select coalesce(body, 'forgotten') from messaging.notice
                                 where business_id = :business and kind = 'dialogues.erasure'
                                """)
                        .param("business", business.id().value())
                        .query(String.class)
                        .single());
    }

    @Test
    void stop_means_no_reminders_and_no_marketing_until_they_are_wanted_again() {
        anna.begins().upTo("по желанию").presses("Да, присылайте");
        var client = client();
        anna.types("/stop");

        world.run(business, () -> {
            assertThat(dialogues.wantsSilence(business.id(), client)).isTrue();
            assertThat(consents.given(business.id(), client, Purpose.MARKETING)).isFalse();
        });
        assertThat(anna.types("/stop").text()).startsWith("Напоминания и так выключены");

        anna.presses("Включить напоминания");
        world.run(business, () -> {
            assertThat(dialogues.wantsSilence(business.id(), client)).isFalse();
            assertThat(consents.given(business.id(), client, Purpose.MARKETING)).isFalse();
        });
    }

    @Test
    void delete_me_is_asked_twice_and_then_everything_said_is_forgotten() {
        anna.begins().upTo("Какой у вас вес").types("/delete_me");
        assertThat(answers()).hasSize(5).doesNotContain("forgotten");

        anna.presses("Да, удалить всё");
        assertThat(anna.text()).startsWith("Ваши данные удаляются");
        assertThat(notice()).startsWith("Анна: просьба удалить все данные");
        world.clock().advance(Duration.ofMinutes(2));
        world.drain();

        assertThat(answers()).hasSize(5).containsOnly("forgotten");
        assertThat(notice()).isEqualTo("forgotten");
        assertThat(world.in(
                        business,
                        () -> jdbc.sql("select state::text from dialogues.dialogue where business_id = :business")
                                .param("business", business.id().value())
                                .query(String.class)
                                .single()))
                .doesNotContain("female");
    }

    @Test
    void after_forgetting_one_begins_anew_and_an_old_button_answers_no_other_question() {
        anna.begins().upTo("Какая у вас цель?");
        var old = anna.lastMessage();
        anna.types("/delete_me").presses("Да, удалить всё");
        world.clock().advance(Duration.ofMinutes(2));
        world.drain();

        anna.types("/start").presses("Получить бесплатную программу");
        assertThat(anna.text()).contains("Ваш пол?");
        assertThat(anna.labels()).noneMatch(label -> label.startsWith("Оставить"));
        assertThat(anna.pressesOn(old, "a:1:goal:endurance").text()).contains("Ваш пол?");
    }

    @Test
    void an_export_holds_the_answers_in_words() {
        anna.begins().upTo("Какая у вас цель?");

        assertThat(world.in(business, () -> kept.export(business.id(), client()))
                        .toString())
                .contains("Возраст", "32 года");
    }
}
