package io.orbita.dialogues.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.messaging.Button;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PressTests {

    private final Chat chat = new Chat();

    @Test
    void two_taps_on_one_button_count_once() {
        chat.upTo("goal");
        var tap = new Input.Pressed(chat.data("Похудение"), 5L);
        chat.at(chat.now.plusSeconds(5), tap);
        assertThat(chat.question()).isEqualTo("height");
        int messages = chat.said.size();

        chat.at(chat.now.plusMillis(300), tap);

        assertThat(chat.last.replies()).containsExactly(new Reply.Toast("Уже записано"));
        assertThat(chat.last.effects()).isEmpty();
        assertThat(chat.said).hasSize(messages);
        assertThat(chat.question()).isEqualTo("height");
    }

    @Test
    void two_taps_on_one_tick_tick_it_once() {
        chat.upTo("equipment");
        var tap = new Input.Pressed(chat.data("Гантели"), 9L);
        chat.gets(tap).gets(tap);

        assertThat(chat.labels()).contains("☑ Гантели");
        assertThat(run().ticks()).containsExactly("dumbbells");
    }

    @Test
    void two_taps_on_back_go_back_once() {
        chat.upTo("weight");
        var tap = new Input.Pressed(chat.data("← Назад"), 5L);
        chat.gets(tap);
        chat.at(chat.now.plusSeconds(20), tap);

        assertThat(chat.question()).isEqualTo("height");
    }

    @Test
    void a_tap_on_the_menu_button_twice_starts_one_pass() {
        chat.types("/start");
        var tap = new Input.Pressed(chat.data("Получить бесплатную программу"), 1L);
        chat.at(chat.now.plusSeconds(1), tap).at(chat.now.plusSeconds(1), tap);

        assertThat(chat.state.runs()).isEqualTo(1);
    }

    @Test
    void a_press_under_an_earlier_question_corrects_that_answer_and_never_the_current_one() {
        chat.upTo("goal");
        var advanced = Press.data(Press.ANSWER, 1, "experience", "advanced");

        chat.gets(new Input.Pressed(advanced, 3L));

        assertThat(chat.answer("experience")).isEqualTo(new Answer.Chosen("advanced"));
        assertThat(chat.answer("goal")).isNull();
        assertThat(chat.text()).startsWith("Исправлено: Продвинутый.").contains("Какая у вас цель");
        assertThat(chat.question()).isEqualTo("goal");
    }

    @Test
    void the_same_press_under_an_earlier_question_changes_nothing_and_says_so() {
        chat.upTo("goal").gets(new Input.Pressed(Press.data(Press.ANSWER, 1, "gender", "female"), 2L));

        assertThat(chat.text()).contains("уже позади", "Женский", "Какая у вас цель");
        assertThat(chat.last.effects()).isEmpty();
    }

    @Test
    void a_tick_under_an_earlier_question_changes_nothing() {
        chat.upTo("health");
        var before = run();

        chat.gets(new Input.Pressed(Press.data(Press.TICK, 1, "equipment", "barbell"), 9L));

        assertThat(run()).isEqualTo(before);
        assertThat(chat.text()).contains("У вас записано: Гантели", "по здоровью");
    }

    @Test
    void a_keyboard_of_an_earlier_pass_does_nothing() {
        finish();
        chat.types("/anketa");

        chat.gets(new Input.Pressed(Press.data(Press.ANSWER, 1, "gender", "male"), 2L));

        assertThat(chat.text()).startsWith("Эта кнопка из прежней анкеты").contains("Ваш пол?");
        assertThat(chat.answer("gender")).isNull();
    }

    @Test
    void a_press_after_the_end_says_that_it_is_the_end() {
        finish();

        chat.gets(new Input.Pressed(Press.data(Press.ANSWER, 1, "gender", "male"), 2L));

        assertThat(chat.text()).startsWith("Анкета уже заполнена");
        assertThat(chat.last.effects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "a",
                "a:",
                "a:1",
                "a:x:goal:y",
                "a:1:goal:gold",
                "t:1:goal:x",
                "d:1:goal",
                "k:1:goal",
                "s:1:goal",
                "zzz",
                "drop_table:x",
                "faq:x",
                "faq:999",
                "o:99",
                "erase:yes",
                "a:1:nothing:x",
                "a:99999999999999999999:goal:endurance"
            })
    void a_forged_press_is_answered_and_changes_no_answer(String data) {
        chat.upTo("goal");
        var before = run().answers();

        chat.gets(new Input.Pressed(data, 5L));

        assertThat(chat.last.replies()).isNotEmpty();
        assertThat(run().answers()).isEqualTo(before);
        assertThat(chat.last.effects()).noneMatch(Effect.ErasureAsked.class::isInstance);
    }

    @Test
    void ticks_are_edited_in_place_and_done_is_always_there() {
        chat.upTo("equipment");
        int messages = chat.said.size();
        assertThat(chat.labels()).contains("Готово", "☐ Турник");

        chat.presses("Турник");

        assertThat(chat.last.replies()).singleElement().isInstanceOf(Reply.Retick.class);
        assertThat(chat.said).hasSize(messages);
        assertThat(chat.labels()).contains("Готово", "☑ Турник");
        chat.presses("Турник");
        assertThat(chat.labels()).contains("☐ Турник");
    }

    @Test
    void done_with_nothing_ticked_means_nothing() {
        chat.upTo("equipment").presses("Готово");

        assertThat(chat.text()).startsWith("✓ Ничего нет");
        assertThat(chat.question()).isEqualTo("health");
    }

    @Test
    void nothing_and_something_exclude_each_other() {
        chat.upTo("health").presses("Колени").presses("Ничего не беспокоит");
        assertThat(run().ticks()).containsExactly("none");

        chat.presses("Спина");

        assertThat(run().ticks()).containsExactly("back");
    }

    @Test
    void every_button_of_the_whole_walk_fits_into_telegram() {
        var buttons = new ArrayList<Button>();
        chat.types("/start").upTo("gender");
        while (chat.state.run() != null) {
            buttons.addAll(chat.buttons());
            chat.types(chat.question().equals("health") ? "колени" : Chat.usual(chat.question()));
        }

        assertThat(buttons).allSatisfy(button -> {
            assertThat(Objects.requireNonNull(button.data()).getBytes(StandardCharsets.UTF_8))
                    .hasSizeBetween(1, 64);
            assertThat(button.text()).isNotBlank().hasSizeLessThanOrEqualTo(64);
        });
    }

    @Test
    void a_broken_state_is_taken_for_a_fresh_one() {
        chat.state = new DialogueState(new Mode.Asking(), null, 3, null, null);

        assertThat(chat.types("182").last.outcomes()).isNotEmpty();
    }

    private Run run() {
        return Objects.requireNonNull(chat.state.run());
    }

    private void finish() {
        chat.types("/start").upTo("marketing").types("нет");
    }
}
