package io.orbita.dialogues.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.talk.Input.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bot does while a person of the staff talks with the client. */
class WithStaffTests {
    private final Chat chat = new Chat();

    @ParameterizedTest
    @ValueSource(strings = {"меню", "Привет", "спасибо", "Узнать цены", "Сыну 15, можно ему?", "35"})
    void whatever_is_typed_is_for_the_person(String words) {
        chat.withStaff = true;

        assertThat(chat.types(words).last.replies()).isEmpty();
        assertThat(chat.last.effects()).containsExactly(new Effect.HandedOver());
    }

    @ParameterizedTest
    @EnumSource(Media.class)
    void so_is_whatever_is_sent(Media media) {
        chat.withStaff = true;

        assertThat(chat.gets(new Input.Sent(media, "")).last.replies()).isEmpty();
        assertThat(chat.last.effects()).containsExactly(new Effect.HandedOver());
    }

    @Test
    void commands_and_buttons_work_on_and_the_person_keeps_the_conversation() {
        chat.withStaff = true;

        assertThat(chat.types("/menu").last.replies()).isNotEmpty();
        assertThat(chat.presses("Частые вопросы").last.replies()).isNotEmpty();
        assertThat(chat.last.effects()).isEmpty();
        assertThat(chat.types("А для новичков?").last.effects()).containsExactly(new Effect.HandedOver());
    }

    @Test
    void an_open_questionnaire_steps_aside_with_one_line_and_keeps_its_answers() {
        chat.upTo("weight");
        chat.withStaff = true;

        assertThat(chat.types("64,5").last.effects()).containsExactly(new Effect.HandedOver());
        assertThat(chat.text()).contains("Анкета подождёт");
        assertThat(chat.labels()).containsExactly("Продолжить", "В меню");
        assertThat(chat.types("64,5 кг").last.replies()).isEmpty();
        assertThat(chat.answer("weight")).isNull();
        assertThat(chat.question()).isEqualTo("weight");
    }

    @Test
    void going_on_with_the_questionnaire_hands_the_conversation_back() {
        chat.upTo("weight");
        chat.withStaff = true;
        chat.types("минутку");

        assertThat(chat.presses("Продолжить").last.effects()).contains(new Effect.HandedBack());
        chat.withStaff = false;
        assertThat(chat.types("64,5").answer("weight")).isInstanceOf(Answer.Amount.class);
    }

    @Test
    void a_payment_without_answers_asks_for_them_all_the_same() {
        chat.withStaff = true;

        chat.gets(new Input.PaidWithoutAnswers());

        assertThat(chat.question()).isEqualTo("gender");
        assertThat(chat.last.effects()).contains(new Effect.HandedBack());
    }

    @Test
    void without_a_person_nothing_is_handed_back() {
        assertThat(chat.upTo("age").last.effects()).doesNotContain(new Effect.HandedBack());
    }
}
