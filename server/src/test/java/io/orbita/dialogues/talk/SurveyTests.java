package io.orbita.dialogues.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Definitions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SurveyTests {

    private final Chat chat = new Chat();

    @Test
    void a_walk_by_buttons_alone_reaches_the_end() {
        chat.types("/start").presses("Получить бесплатную программу");
        chat.presses("Женский");
        chat.types("32").presses("Новичок").presses("Похудение").types("168").types("64,5");
        chat.presses("Сидячий").presses("3").presses("Дом");
        chat.presses("Гантели").presses("Турник").presses("Готово");
        chat.presses("Ничего не беспокоит").presses("Готово");
        assertThat(chat.text())
                .contains("Давайте сверим", "Рост: 168 см", "Вес: 64,5 кг", "Инвентарь: Гантели, Турник");
        chat.presses("Даю согласие").presses("Нет, спасибо");

        assertThat(chat.state.run()).isNull();
        assertThat(chat.text()).contains("Собираем вашу программу");
        assertThat(finished().answers().byKey())
                .containsEntry("gender", new Answer.Chosen("female"))
                .containsEntry("age", new Answer.Amount(new BigDecimal("32")))
                .containsEntry("weight", new Answer.Amount(new BigDecimal("64.5")))
                .containsEntry("days_per_week", new Answer.Amount(new BigDecimal("3")))
                .containsEntry("equipment", new Answer.Ticked(List.of("dumbbells", "pull_up_bar")))
                .containsEntry("health", new Answer.Ticked(List.of("none")))
                .containsEntry("marketing", new Answer.Agreed(false, 1))
                .doesNotContainKey("limitations");
    }

    @Test
    void every_message_says_how_far_it_is_and_the_way_only_gets_shorter() {
        assertThat(chat.upTo("goal").text()).contains("Вопрос 4 из 14");
        assertThat(chat.upTo("location").types("зал").text()).contains("Вопрос 10 из 13");
        assertThat(chat.types("нет").text()).contains("Вопрос 11 из 12");
    }

    @Test
    void back_goes_to_the_former_question_and_offers_its_answer() {
        chat.upTo("weight").presses("← Назад");

        assertThat(chat.question()).isEqualTo("height");
        assertThat(chat.labels()).contains("Оставить: 168 см");
        chat.presses("Оставить: 168 см");
        assertThat(chat.question()).isEqualTo("weight");
    }

    @Test
    void back_at_the_first_question_leads_to_the_menu_and_the_questionnaire_waits() {
        chat.upTo("gender").presses("← Назад");

        assertThat(chat.labels()).startsWith("Продолжить анкету");
        chat.presses("Продолжить анкету");
        assertThat(chat.question()).isEqualTo("gender");
    }

    @Test
    void a_restart_in_mid_questionnaire_loses_nothing() {
        chat.upTo("weight");
        var kept = States.write(chat.state);

        var afterRestart = new Chat();
        afterRestart.state = States.read(kept);
        afterRestart.types("64,5");

        assertThat(afterRestart.question()).isEqualTo("lifestyle");
        assertThat(afterRestart.answer("height")).isEqualTo(new Answer.Amount(new BigDecimal("168")));
    }

    @Test
    void without_consent_there_is_no_end_but_a_way_on() {
        chat.upTo("processing").presses("Не даю");

        assertThat(chat.text()).contains("не вправе хранить");
        assertThat(chat.last.effects()).isEmpty();
        assertThat(chat.presses("Даю согласие").question()).isEqualTo("marketing");
    }

    @Test
    void the_two_consents_are_given_apart() {
        chat.upTo("processing").types("согласна");
        assertThat(chat.last.effects()).contains(new Effect.ConsentAnswered("processing", 1, true));

        chat.presses("Да, присылайте");

        assertThat(chat.last.effects()).contains(new Effect.ConsentAnswered("marketing", 1, true));
    }

    @Test
    void a_second_pass_offers_the_former_answers_and_asks_no_consent_twice() {
        finish();
        chat.types("/anketa");

        assertThat(chat.labels()).contains("Оставить: Женский");
        chat.presses("Оставить: Женский")
                .types("33")
                .presses("Оставить: Новичок")
                .presses("Оставить: Похудение");
        assertThat(chat.labels()).contains("Оставить: 168 см");
        chat.presses("Оставить: 168 см").presses("Оставить: 64,5 кг").presses("Оставить: Сидячий");
        chat.presses("Оставить: 3 дня").presses("Оставить: Дом");
        assertThat(chat.labels()).contains("☑ Гантели");
        chat.presses("Готово").presses("Готово");

        assertThat(chat.question()).isEqualTo("marketing");
        chat.presses("Да, присылайте");
        assertThat(finished().run()).isEqualTo(2);
        assertThat(finished().answers().to("age")).isEqualTo(new Answer.Amount(new BigDecimal("33")));
        assertThat(finished().answers().to("height")).isEqualTo(new Answer.Amount(new BigDecimal("168")));
    }

    @Test
    void beginning_anew_keeps_what_was_said_as_an_offer() {
        chat.upTo("goal").types("/menu").presses("Продолжить анкету").presses("Начать заново");

        assertThat(chat.question()).isEqualTo("gender");
        assertThat(chat.labels()).contains("Оставить: Женский");
        assertThat(run().number()).isEqualTo(2);
    }

    @Test
    void a_pass_ends_with_the_version_it_began_with() {
        chat.upTo("goal");
        chat.current = Definitions.builtIn().without(List.of("lifestyle")).as(2);

        chat.types("похудение").types("168").types("64");

        assertThat(chat.question()).isEqualTo("lifestyle");
        assertThat(run().version()).isEqualTo(1);
    }

    @Test
    void a_new_pass_begins_with_the_new_version() {
        chat.current = Definitions.builtIn().without(List.of("lifestyle")).as(2);
        chat.running = chat.current;
        chat.upTo("days_per_week");

        assertThat(run().version()).isEqualTo(2);
        assertThat(chat.answer("lifestyle")).isNull();
    }

    @Test
    void starting_over_takes_the_new_version_at_once() {
        chat.upTo("goal");
        chat.current = Definitions.builtIn().without(List.of("gender")).as(2);

        chat.types("начать заново");

        assertThat(chat.question()).isEqualTo("age");
    }

    @Test
    void a_payment_without_answers_asks_at_once() {
        chat.gets(new Input.PaidWithoutAnswers());

        assertThat(chat.text()).startsWith("Спасибо за оплату!").contains("Ваш пол?");
        chat.types("ж").gets(new Input.PaidWithoutAnswers());
        assertThat(chat.text()).startsWith("Спасибо за оплату!").contains("полных лет");
        assertThat(chat.state.runs()).isEqualTo(1);
    }

    private Run run() {
        return Objects.requireNonNull(chat.state.run());
    }

    private void finish() {
        chat.types("/start").upTo("marketing").types("нет");
    }

    private Effect.Finished finished() {
        return chat.last.effects().stream()
                .filter(Effect.Finished.class::isInstance)
                .map(Effect.Finished.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
