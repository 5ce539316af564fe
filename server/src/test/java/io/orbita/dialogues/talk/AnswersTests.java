package io.orbita.dialogues.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.talk.Input.Media;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTests {

    private final Chat chat = new Chat();

    @Test
    void a_gym_has_its_kit_and_is_not_asked_for_it() {
        chat.upTo("location").types("зал");

        assertThat(chat.question()).isEqualTo("health");
        chat.types("нет").types("да").types("нет");
        assertThat(finished().answers().to("equipment"))
                .isInstanceOfSatisfying(
                        Answer.Ticked.class, kit -> assertThat(kit.codes()).contains("barbell", "machine"));
    }

    @Test
    void pregnancy_is_offered_to_women_only_and_forgotten_with_a_changed_gender() {
        assertThat(chat.upTo("health").labels()).contains("☐ Беременность");
        chat.presses("Беременность").presses("Готово");
        String man = Press.data(Press.ANSWER, 1, "gender", "male");

        chat.gets(new Input.Pressed(man, 1L));

        assertThat(chat.text()).startsWith("Исправлено: Мужской.");
        assertThat(chat.question()).isEqualTo("health");
        assertThat(chat.labels()).doesNotContain("☐ Беременность", "☑ Беременность");
    }

    @Test
    void what_was_understood_is_said_again() {
        assertThat(chat.upTo("height").types("метр 82").text()).startsWith("✓ 182 см");
    }

    @Test
    void height_and_weight_in_one_message_answer_both_questions() {
        chat.upTo("height").types("175 68");

        assertThat(chat.text()).startsWith("✓ 175 см, 68 кг");
        assertThat(chat.question()).isEqualTo("lifestyle");
        assertThat(chat.answer("weight")).isEqualTo(new Answer.Amount(new BigDecimal("68")));
    }

    @Test
    void back_may_be_typed() {
        assertThat(chat.upTo("weight").types("Назад").question()).isEqualTo("height");
    }

    @Test
    void a_photo_instead_of_text_gets_a_sensible_line_and_the_question_again() {
        chat.upTo("height").gets(new Input.Sent(Media.PHOTO, ""));

        assertThat(chat.text()).startsWith("Фото вижу").contains("Какой у вас рост");
        assertThat(chat.question()).isEqualTo("height");
    }

    @Test
    void a_photo_with_the_answer_below_it_is_an_answer() {
        assertThat(chat.upTo("height").gets(new Input.Sent(Media.PHOTO, "180")).question())
                .isEqualTo("weight");
    }

    @Test
    void a_typed_list_joins_the_ticks_made_by_hand() {
        chat.upTo("equipment").presses("Гиря").types("гантели и турник");

        assertThat(chat.answer("equipment"))
                .isEqualTo(new Answer.Ticked(List.of("dumbbells", "pull_up_bar", "kettlebell")));
    }

    @Test
    void a_typed_no_does_not_wipe_a_ticked_illness() {
        chat.upTo("health").presses("Колени").types("нет");

        assertThat(chat.question()).isEqualTo("health");
        assertThat(chat.text()).contains("отмечено: Колени", "«Готово»");
        assertThat(chat.types("нет").answer("health")).isEqualTo(new Answer.Ticked(List.of("knees")));
    }

    @Test
    void what_is_not_in_the_list_is_named_and_the_rest_stays_ticked() {
        chat.upTo("equipment").types("гантели, утюг");

        assertThat(chat.text()).contains("«утюг»");
        assertThat(chat.labels()).contains("☑ Гантели");
    }

    @Test
    void a_healthy_heart_is_no_illness() {
        chat.upTo("health").types("сердце здоровое");

        assertThat(chat.answer("health")).isEqualTo(new Answer.Ticked(List.of("none")));
        assertThat(chat.last.effects()).noneMatch(Effect.Alerted.class::isInstance);
        assertThat(chat.question()).isEqualTo("processing");
    }

    @Test
    void a_weak_heart_brings_a_doctors_note_tells_the_trainer_and_ends_nothing() {
        chat.upTo("health").presses("Сердце и давление").presses("Готово");

        assertThat(chat.text()).contains("покажите программу врачу");
        assertThat(chat.last.effects()).contains(new Effect.Alerted(1, "health", List.of("heart")));
        assertThat(chat.question()).isEqualTo("limitations");
        assertThat(chat.presses("Пропустить").question()).isEqualTo("processing");
    }

    @Test
    void an_illness_in_ones_own_words_is_kept_and_not_asked_again() {
        chat.upTo("health").types("астма с детства");

        assertThat(chat.answer("health")).isEqualTo(new Answer.Ticked(List.of("other")));
        assertThat(chat.answer("limitations")).isEqualTo(new Answer.Words("астма с детства"));
        assertThat(chat.question()).isEqualTo("processing");
    }

    @Test
    void something_else_has_to_be_told_the_rest_may_be_skipped() {
        chat.upTo("health").presses("Другое").presses("Готово");

        assertThat(chat.labels()).doesNotContain("Пропустить");
        assertThat(chat.types("пропустить").text()).startsWith("Без этого ответа");
        assertThat(chat.types("нет").text()).startsWith("Без этого ответа");
        assertThat(chat.types("астма").question()).isEqualTo("processing");
    }

    @Test
    void the_details_tick_what_they_speak_of() {
        chat.upTo("health").types("колени").types("ещё был инфаркт");

        assertThat(chat.answer("health")).isEqualTo(new Answer.Ticked(List.of("knees", "heart")));
        assertThat(chat.text()).contains("покажите программу врачу");
        assertThat(chat.last.effects()).contains(new Effect.Alerted(1, "health", List.of("heart")));
    }

    @Test
    void four_thousand_characters_are_answered_everywhere() {
        var walked = new Chat();
        walked.types("/start").presses("Получить бесплатную программу");
        for (var key : List.of("gender", "age", "goal", "height", "equipment", "health", "processing")) {
            var here = new Chat();
            here.types("/start").upTo(key).types("ж".repeat(4096));
            assertThat(here.last.replies()).as(key).isNotEmpty();
            assertThat(here.question()).as(key).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀😀😀", "\u0000\u0001", " ", "", "\u202e", "🏳️‍🌈"})
    void emoji_and_control_characters_are_no_answer(String typed) {
        chat.upTo("goal").types(typed);

        assertThat(chat.text()).contains("«Похудение»");
        assertThat(chat.question()).isEqualTo("goal");
    }

    @Test
    void a_typed_list_replaces_ticks_that_were_only_offered() {
        finish();
        chat.types("/anketa");
        while (!chat.question().equals("equipment")) {
            chat.types(Chat.usual(chat.question()));
        }

        chat.types("турник");

        assertThat(chat.answer("equipment")).isEqualTo(new Answer.Ticked(List.of("pull_up_bar")));
    }

    @Test
    void a_question_of_the_client_in_mid_survey_reaches_a_person() {
        chat.upTo("weight").types("А зачем вам мой вес?");

        assertThat(chat.last.effects()).contains(new Effect.HandedOver());
        assertThat(chat.text()).contains("передали тренеру");
        assertThat(chat.question()).isEqualTo("weight");
    }

    @Test
    void after_two_misses_there_is_a_way_out() {
        chat.upTo("weight").types("ой").types("ай");

        assertThat(chat.labels()).contains("В меню", "← Назад");
    }

    @Test
    void a_question_in_place_of_the_details_is_kept_and_reaches_a_person() {
        chat.upTo("health").types("колени").types("А бегать мне можно?");

        assertThat(chat.answer("limitations")).isEqualTo(new Answer.Words("А бегать мне можно?"));
        assertThat(chat.last.effects()).contains(new Effect.HandedOver());
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
