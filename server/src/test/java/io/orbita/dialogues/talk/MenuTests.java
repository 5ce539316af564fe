package io.orbita.dialogues.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.talk.Input.Media;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MenuTests {

    private final Chat chat = new Chat();

    @Test
    void start_greets_and_shows_the_menu() {
        chat.types("/start");

        assertThat(chat.text()).startsWith("Здравствуйте, Анна!").contains("«Орбита Фит»");
        assertThat(chat.labels())
                .containsExactly(
                        "Получить бесплатную программу", "Узнать цены", "Частые вопросы", "Контакты", "Моя программа");
    }

    @ParameterizedTest
    @EnumSource(Media.class)
    void whatever_is_sent_is_answered(Media media) {
        assertThat(chat.gets(new Input.Sent(media, "")).last.replies()).isNotEmpty();
        assertThat(chat.types("/start")
                        .upTo("age")
                        .gets(new Input.Sent(media, ""))
                        .last
                        .replies())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/faq", "/contacts", "/stop", "/prices", "/program", "/nonsense", "/цены 5"})
    void a_command_in_mid_survey_works_is_no_answer_and_the_questionnaire_offers_to_go_on(String command) {
        chat.upTo("goal");
        var before = chat.state.run();

        chat.types(command);

        assertThat(chat.state.run()).isEqualTo(before);
        assertThat(chat.text()).isEqualTo("Вернёмся к анкете? Вы на вопросе 4 из 14.");
        assertThat(chat.last.outcomes()).hasSizeGreaterThan(1);
        chat.presses("Продолжить");
        assertThat(chat.text()).contains("Какая у вас цель");
        chat.types("похудеть");
        assertThat(chat.question()).isEqualTo("height");
    }

    @Test
    void an_answer_typed_right_after_a_command_still_counts() {
        assertThat(chat.upTo("goal").types("/faq").types("похудеть").question()).isEqualTo("height");
    }

    @Test
    void a_command_is_not_taken_for_the_free_text() {
        chat.upTo("health").types("колени");
        assertThat(chat.question()).isEqualTo("limitations");

        chat.types("/prices").types("/удалить всё");

        assertThat(chat.answer("limitations")).isNull();
    }

    @Test
    void start_in_mid_survey_greets_and_keeps_the_place() {
        chat.upTo("goal").types("/start");

        assertThat(chat.text()).contains("вы на вопросе 4 из 14");
        assertThat(chat.presses("Продолжить анкету").question()).isEqualTo("goal");
    }

    @Test
    void what_is_typed_outside_a_dialogue_is_never_lost_and_promised_once() {
        chat.types("Добрый вечер! Вы работаете с подростками?");
        assertThat(chat.last.effects()).containsExactly(new Effect.HandedOver());
        assertThat(chat.text()).startsWith("Передали тренеру");

        chat.types("Сыну 15");

        assertThat(chat.last.effects()).containsExactly(new Effect.HandedOver());
        assertThat(chat.last.replies()).isEmpty();
        chat.at(chat.now.plus(Duration.ofHours(2)), new Input.Typed("Алло"));
        assertThat(chat.last.replies()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "34", "да"})
    void a_short_word_outside_the_survey_hits_no_faq(String typed) {
        assertThat(chat.types(typed).last.effects()).containsExactly(new Effect.HandedOver());
    }

    @Test
    void thanks_are_answered_and_trouble_nobody() {
        assertThat(chat.types("Спасибо большое!").last.effects()).isEmpty();
        assertThat(chat.text()).startsWith("Пожалуйста!");
    }

    @Test
    void faq_answers_by_button_and_counts() {
        chat.types("/faq").presses("Сколько стоит?");

        assertThat(chat.text()).contains("От 1 490 ₽.");
        assertThat(chat.last.effects()).containsExactly(new Effect.FaqShown(7));
    }

    @Test
    void contacts_show_what_is_known() {
        assertThat(chat.types("/contacts").text())
                .contains("+7 900 000-00-00", "@orbita")
                .doesNotContain("Почта");
    }

    @Test
    void reminders_are_switched_off_and_on() {
        assertThat(chat.types("/stop").last.effects()).containsExactly(new Effect.RemindersSwitched(false));
        assertThat(chat.presses("Включить напоминания").last.effects())
                .containsExactly(new Effect.RemindersSwitched(true));
        chat.remindersOff = true;
        assertThat(chat.types("/stop").last.effects()).isEmpty();
    }

    @Test
    void all_data_are_erased_only_after_a_second_yes() {
        chat.upTo("goal").types("/delete_me");
        assertThat(chat.last.effects()).isEmpty();

        chat.presses("Да, удалить всё");

        assertThat(chat.last.effects()).containsExactly(new Effect.ErasureAsked());
        assertThat(chat.state.run()).isNull();
        assertThat(States.write(chat.state)).doesNotContain("female");
    }

    @Test
    void an_old_button_cannot_erase() {
        chat.types("/delete_me");
        var yes = new Input.Pressed(chat.data("Да, удалить всё"), 1L);
        chat.presses("Нет, оставить");

        chat.gets(yes);

        assertThat(chat.last.effects()).isEmpty();
        assertThat(chat.text()).startsWith("Удалить все ваши данные");
    }

    @Test
    void blocking_and_unblocking_change_nothing_here() {
        chat.upTo("goal");
        var before = chat.state;

        chat.gets(new Input.Blocked());
        assertThat(chat.last.outcomes()).isEmpty();
        chat.gets(new Input.Unblocked());

        assertThat(chat.state).isEqualTo(before);
        assertThat(chat.types("похудеть").question()).isEqualTo("height");
    }

    @Test
    void only_ones_own_number_counts() {
        assertThat(chat.gets(new Input.PhoneShared("+79000000000", false)).last.effects())
                .isEmpty();
        assertThat(chat.gets(new Input.PhoneShared("+79000000000", true)).last.effects())
                .containsExactly(new Effect.PhoneProven("+79000000000"));
    }

    @Test
    void who_comes_from_the_site_is_met_by_name_and_told_that_the_request_arrived() {
        chat.fromSite = true;

        assertThat(chat.types("/start k3j2").text())
                .startsWith("Здравствуйте, Анна!")
                .contains("заявка с сайта у нас");
    }

    @Test
    void who_has_paid_on_the_site_is_asked_at_once_and_has_the_menu_when_they_want_it() {
        chat.owesAnswers = true;
        chat.fromSite = true;

        assertThat(chat.types("/start k3j2").text()).startsWith("Спасибо за оплату!");
        assertThat(chat.question()).isEqualTo("gender");

        chat.fromSite = false;
        assertThat(chat.types("/start").labels()).contains("Продолжить анкету");
    }

    @Test
    void who_has_paid_on_the_site_in_the_middle_of_the_questionnaire_goes_on_where_they_stood() {
        chat.upTo("goal").types("/menu");
        chat.owesAnswers = true;
        chat.fromSite = true;

        assertThat(chat.types("/start k3j2").text()).startsWith("Спасибо за оплату!");
        assertThat(chat.types("похудеть").question()).isEqualTo("height");
    }

    @Test
    void the_free_programme_is_offered_until_the_questionnaire_is_done() {
        chat.finished = true;

        assertThat(chat.types("/menu").labels())
                .containsExactly("Узнать цены", "Частые вопросы", "Контакты", "Моя программа", "Обновить ответы");
    }

    @Test
    void the_menu_may_be_typed() {
        assertThat(chat.types("Частые вопросы").labels()).contains("Сколько стоит?");
        assertThat(chat.types("узнать цены").last.effects()).containsExactly(new Effect.LinePressed("pay", "prices"));
        assertThat(chat.types("Цены?").last.effects()).containsExactly(new Effect.LinePressed("pay", "prices"));
        assertThat(chat.types("получить бесплатную программу").question()).isEqualTo("gender");
    }

    @Test
    void help_lists_the_commands_that_other_rooms_describe() {
        assertThat(chat.types("/help").text())
                .contains("/menu", "/prices — тарифы и цены", "/delete_me")
                .doesNotContain("/promo");
    }

    @Test
    void a_command_of_another_room_gets_its_words() {
        assertThat(chat.types("/promo ЛЕТО10").last.effects())
                .containsExactly(new Effect.CommandGiven("promo", "ЛЕТО10"));
    }

    @Test
    void a_button_of_another_room_gets_its_data() {
        assertThat(chat.gets(new Input.Pressed("pay:buy:7", 1L)).last.effects())
                .containsExactly(new Effect.LinePressed("pay", "buy:7"));
    }

    @Test
    void a_text_that_another_room_waits_for_goes_to_it_and_not_into_the_questionnaire() {
        chat.upTo("goal");
        chat.state = chat.state.awaiting("pay", "promo:7");

        chat.types("похудение");

        assertThat(chat.last.effects()).containsExactly(new Effect.AwaitedText("pay", "promo:7", "похудение"));
        assertThat(chat.text()).startsWith("Вернёмся к анкете?");
        assertThat(chat.types("похудение").question()).isEqualTo("height");
    }

    @Test
    void waiting_for_a_text_ends_with_a_word_or_a_command() {
        chat.state = chat.state.awaiting("pay", "promo:7");
        assertThat(chat.types("Отмена").last.effects()).isEmpty();
        assertThat(chat.state.mode()).isEqualTo(new Mode.Idle());

        chat.state = chat.state.awaiting("pay", "promo:7");
        assertThat(chat.types("/faq").state.mode()).isEqualTo(new Mode.Idle());
    }

    @Test
    void prefixes_of_other_rooms_do_not_meet_ours() {
        assertThat(Press.isFree("pay")).isTrue();
        assertThat(Press.isFree("menu")).isFalse();
        assertThat(Press.isFree("a")).isFalse();
        assertThat(Press.isFree("pay:x")).isFalse();
    }

    private Run run() {
        return Objects.requireNonNull(chat.state.run());
    }
}
