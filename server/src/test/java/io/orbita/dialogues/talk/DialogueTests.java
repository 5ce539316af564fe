package io.orbita.dialogues.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.dialogues.talk.Input.Media;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialogueTests {

    private final Chat chat = new Chat();

    @Test
    void start_greets_and_shows_the_menu() {
        chat.types("/start");

        assertThat(chat.text()).startsWith("Здравствуйте, Анна!").contains("«Орбита Фит»");
        assertThat(chat.labels())
                .containsExactly(
                        "Получить бесплатную программу", "Узнать цены", "Частые вопросы", "Контакты", "Моя программа");
    }

    @Test
    void who_comes_from_the_site_is_met_with_what_they_asked_for() {
        chat.interest = "Консультация";

        assertThat(chat.types("/start k3j2").text()).contains("«Консультация»");
    }

    @Test
    void the_free_programme_is_offered_until_it_was_received() {
        chat.received = true;

        assertThat(chat.types("/menu").labels()).doesNotContain("Получить бесплатную программу");
    }

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
    void a_gym_has_its_kit_and_is_not_asked_for_it() {
        chat.upTo("location").types("зал");

        assertThat(chat.question()).isEqualTo("health");
        chat.types("нет").types("да").types("нет");
        assertThat(finished().answers().to("equipment"))
                .isInstanceOfSatisfying(
                        Answer.Ticked.class, kit -> assertThat(kit.codes()).contains("barbell", "machines"));
    }

    @Test
    void pregnancy_is_offered_to_women_only_and_forgotten_with_a_changed_gender() {
        assertThat(chat.upTo("health").labels()).contains("☐ Беременность");
        chat.presses("Беременность").presses("Готово");
        String man = Press.data(Press.ANSWER, 1, "gender", "male");

        chat.gets(new Input.Pressed(man, "m1"));

        assertThat(chat.text()).startsWith("Исправлено: Мужской.");
        assertThat(chat.question()).isEqualTo("health");
        assertThat(chat.labels()).doesNotContain("☐ Беременность", "☑ Беременность");
    }

    @Test
    void every_message_says_how_far_it_is_and_the_way_only_gets_shorter() {
        assertThat(chat.upTo("goal").text()).contains("Вопрос 4 из 14");
        assertThat(chat.upTo("location").types("зал").text()).contains("Вопрос 10 из 13");
        assertThat(chat.types("нет").text()).contains("Вопрос 11 из 12");
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
    void back_goes_to_the_former_question_and_offers_its_answer() {
        chat.upTo("weight").presses("← Назад");

        assertThat(chat.question()).isEqualTo("height");
        assertThat(chat.labels()).contains("Оставить: 168 см");
        chat.presses("Оставить: 168 см");
        assertThat(chat.question()).isEqualTo("weight");
    }

    @Test
    void back_may_be_typed() {
        assertThat(chat.upTo("weight").types("Назад").question()).isEqualTo("height");
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
    void two_taps_on_one_button_count_once() {
        chat.upTo("goal");
        var tap = new Input.Pressed(chat.data("Похудение"), "m5");
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
        var tap = new Input.Pressed(chat.data("Гантели"), "m9");
        chat.gets(tap).gets(tap);

        assertThat(chat.labels()).contains("☑ Гантели");
        assertThat(run().ticks()).containsExactly("dumbbells");
    }

    @Test
    void two_taps_on_back_go_back_once() {
        chat.upTo("weight");
        var tap = new Input.Pressed(chat.data("← Назад"), "m5");
        chat.gets(tap);
        chat.at(chat.now.plusSeconds(20), tap);

        assertThat(chat.question()).isEqualTo("height");
    }

    @Test
    void a_tap_on_the_menu_button_twice_starts_one_pass() {
        chat.types("/start");
        var tap = new Input.Pressed(chat.data("Получить бесплатную программу"), "m1");
        chat.at(chat.now.plusSeconds(1), tap).at(chat.now.plusSeconds(1), tap);

        assertThat(chat.state.runs()).isEqualTo(1);
    }

    @Test
    void a_press_under_an_earlier_question_corrects_that_answer_and_never_the_current_one() {
        chat.upTo("goal");
        var advanced = Press.data(Press.ANSWER, 1, "experience", "advanced");

        chat.gets(new Input.Pressed(advanced, "m3"));

        assertThat(chat.answer("experience")).isEqualTo(new Answer.Chosen("advanced"));
        assertThat(chat.answer("goal")).isNull();
        assertThat(chat.text()).startsWith("Исправлено: Продвинутый.").contains("Какая у вас цель");
        assertThat(chat.question()).isEqualTo("goal");
    }

    @Test
    void the_same_press_under_an_earlier_question_changes_nothing_and_says_so() {
        chat.upTo("goal").gets(new Input.Pressed(Press.data(Press.ANSWER, 1, "gender", "female"), "m2"));

        assertThat(chat.text()).contains("уже позади", "Женский", "Какая у вас цель");
        assertThat(chat.last.effects()).isEmpty();
    }

    @Test
    void a_tick_under_an_earlier_question_changes_nothing() {
        chat.upTo("health");
        var before = run();

        chat.gets(new Input.Pressed(Press.data(Press.TICK, 1, "equipment", "barbell"), "m9"));

        assertThat(run()).isEqualTo(before);
        assertThat(chat.text()).contains("У вас записано: Гантели", "по здоровью");
    }

    @Test
    void a_keyboard_of_an_earlier_pass_does_nothing() {
        finish();
        chat.types("/anketa");

        chat.gets(new Input.Pressed(Press.data(Press.ANSWER, 1, "gender", "male"), "m2"));

        assertThat(chat.text()).startsWith("Эта кнопка из прежней анкеты").contains("Ваш пол?");
        assertThat(chat.answer("gender")).isNull();
    }

    @Test
    void a_press_after_the_end_says_that_it_is_the_end() {
        finish();

        chat.gets(new Input.Pressed(Press.data(Press.ANSWER, 1, "gender", "male"), "m2"));

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
                "c:drop_table",
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

        chat.gets(new Input.Pressed(data, "m5"));

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

    @Test
    void the_bot_keeps_out_while_a_person_is_talking() {
        chat.withStaff = true;

        assertThat(chat.types("меню").last.replies()).isEmpty();
        assertThat(chat.last.effects()).containsExactly(new Effect.HandedOver());
        assertThat(chat.types("/menu").last.replies()).isNotEmpty();
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
    void a_question_in_place_of_the_details_is_kept_and_reaches_a_person() {
        chat.upTo("health").types("колени").types("А бегать мне можно?");

        assertThat(chat.answer("limitations")).isEqualTo(new Answer.Words("А бегать мне можно?"));
        assertThat(chat.last.effects()).contains(new Effect.HandedOver());
    }

    @Test
    void the_menu_may_be_typed() {
        assertThat(chat.types("Частые вопросы").labels()).contains("Сколько стоит?");
        assertThat(chat.types("узнать цены").last.effects()).containsExactly(new Effect.Called("prices", "", null));
        assertThat(chat.types("получить бесплатную программу").question()).isEqualTo("gender");
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
    void help_lists_the_commands_of_all_rooms() {
        assertThat(chat.types("/help").text())
                .contains("/menu", "/prices — цены", "/delete_me")
                .doesNotContain("/promo");
    }

    @Test
    void a_command_of_another_room_gets_its_words() {
        assertThat(chat.types("/promo ЛЕТО10").last.effects())
                .containsExactly(new Effect.Called("promo", "", "ЛЕТО10"));
        assertThat(chat.gets(new Input.Pressed("c:promo:7:x", "m1")).last.effects())
                .containsExactly(new Effect.Called("promo", "7:x", null));
    }

    @Test
    void a_text_that_a_command_waits_for_goes_to_it_and_not_into_the_questionnaire() {
        chat.upTo("goal");
        chat.state = chat.state.awaiting("promo", "t1");

        chat.types("похудение");

        assertThat(chat.last.effects()).containsExactly(new Effect.Called("promo", "t1", "похудение"));
        assertThat(chat.text()).startsWith("Вернёмся к анкете?");
        assertThat(chat.types("похудение").question()).isEqualTo("height");
    }

    @Test
    void waiting_for_a_text_ends_with_a_word() {
        chat.state = chat.state.awaiting("promo", "t1");

        assertThat(chat.types("Отмена").last.effects()).isEmpty();
        assertThat(chat.state.mode()).isEqualTo(new Mode.Idle());
    }

    @Test
    void prices_and_programme_have_a_word_while_no_room_brings_them() {
        chat.commands = List.of();

        assertThat(chat.types("/prices").text()).startsWith("Цены пока уточняются");
        assertThat(chat.types("/program").text()).startsWith("Программы у вас пока нет");
        chat.finished = true;
        assertThat(chat.types("/program").text()).startsWith("Программа уже собирается");
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
        var yes = new Input.Pressed(chat.data("Да, удалить всё"), "m1");
        chat.presses("Нет, оставить");

        chat.gets(yes);

        assertThat(chat.last.effects()).isEmpty();
        assertThat(chat.text()).startsWith("Удалить все ваши данные");
    }

    @Test
    void a_payment_without_answers_asks_at_once() {
        chat.gets(new Input.PaidWithoutAnswers());

        assertThat(chat.text()).startsWith("Спасибо за оплату!").contains("Ваш пол?");
        chat.types("ж").gets(new Input.PaidWithoutAnswers());
        assertThat(chat.text()).startsWith("Спасибо за оплату!").contains("полных лет");
        assertThat(chat.state.runs()).isEqualTo(1);
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
            assertThat(button.label()).isNotBlank().hasSizeLessThanOrEqualTo(64);
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

    private Effect.Finished finished() {
        return chat.last.effects().stream()
                .filter(Effect.Finished.class::isInstance)
                .map(Effect.Finished.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
