package io.orbita.dialogues.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.dialogues.questionnaire.Questionnaire;
import io.orbita.dialogues.wording.Wording;
import io.orbita.messaging.Button;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A conversation as a test tells it: what is typed, what is pressed, what comes back. The state goes through JSON at each step. */
final class Chat {

    final Dialogue dialogue = new Dialogue(Wording.russian());
    DialogueState state = DialogueState.fresh();
    Instant now = Instant.parse("2026-11-20T10:00:00Z");
    Questionnaire current = Definitions.builtIn();
    Questionnaire running = Definitions.builtIn();
    Answers former = Answers.NONE;
    Map<String, Integer> consents = new HashMap<>();
    boolean finished;
    boolean withStaff;
    boolean remindersOff;

    boolean fromSite;
    boolean owesAnswers;

    List<Known.Line> lines = List.of(
            new Known.Line(30, "Узнать цены", "pay:prices"), new Known.Line(60, "Моя программа", "program:mine"));
    Map<String, String> commands = Map.of("prices", "тарифы и цены", "promo", "");

    Step last = new Step(state, List.of());
    final List<Reply.Say> said = new ArrayList<>();

    Chat types(String text) {
        return gets(new Input.Typed(text));
    }

    /** Presses the button of the latest message that has one of this label, ticked or not. */
    Chat presses(String label) {
        return gets(new Input.Pressed(data(label), (long) said.size()));
    }

    Chat gets(Input input) {
        now = now.plus(Duration.ofSeconds(10));
        return at(now, input);
    }

    Chat at(Instant time, Input input) {
        now = time;
        last = dialogue.step(state, input, known());
        state = States.read(States.write(last.state()));
        assertThat(state).isEqualTo(last.state());
        for (var reply : last.replies()) {
            if (reply instanceof Reply.Say say) {
                said.add(say);
            }
        }
        for (var effect : last.effects()) {
            if (effect instanceof Effect.Finished done) {
                finished = true;
                former = done.answers();
            }
            if (effect instanceof Effect.ConsentAnswered consent && consent.yes()) {
                consents.put(consent.consent(), consent.version());
            }
        }
        return this;
    }

    /** The rows that stand now: of the latest message with buttons, or of the latest edit. */
    List<Button> buttons() {
        for (var reply : last.replies().reversed()) {
            if (reply instanceof Reply.Retick retick) {
                return flat(retick.rows());
            }
        }
        return said.reversed().stream()
                .map(say -> flat(say.rows()))
                .filter(buttons -> !buttons.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    String data(String label) {
        return buttons().stream()
                .filter(button -> bare(button.text()).equals(label))
                .map(Button::data)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " among " + buttons()));
    }

    List<String> labels() {
        return buttons().stream().map(Button::text).toList();
    }

    /** The text of the latest message. */
    String text() {
        return said.getLast().text();
    }

    String texts() {
        return String.join(
                "\n---\n",
                last.replies().stream()
                        .map(reply -> switch (reply) {
                            case Reply.Say say -> say.text();
                            case Reply.Retick retick -> retick.text();
                            case Reply.Toast toast -> toast.text();
                        })
                        .toList());
    }

    String question() {
        var run = state.run();
        return run == null ? "" : run.current();
    }

    @Nullable Answer answer(String key) {
        var run = state.run();
        return run == null ? null : run.answers().to(key);
    }

    /** Types the usual answers until the question comes. */
    Chat upTo(String key) {
        if (state.run() == null) {
            types("/menu").presses("Получить бесплатную программу");
        }
        while (!question().equals(key)) {
            types(usual(question()));
        }
        return this;
    }

    static String usual(String question) {
        return Objects.requireNonNull(USUAL.get(question), question);
    }

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("gender", "женский"),
            Map.entry("age", "32"),
            Map.entry("experience", "новичок"),
            Map.entry("goal", "похудение"),
            Map.entry("height", "168"),
            Map.entry("weight", "64,5"),
            Map.entry("lifestyle", "сидячий"),
            Map.entry("days_per_week", "3"),
            Map.entry("location", "дом"),
            Map.entry("equipment", "гантели"),
            Map.entry("health", "нет"),
            Map.entry("limitations", "колени ноют"),
            Map.entry("processing", "да"),
            Map.entry("marketing", "нет"));

    Known known() {
        return new Known(
                now,
                current,
                running,
                new Known.Guest(
                        "Анна", finished, fromSite, former, consents, finished, owesAnswers, remindersOff, withStaff),
                new Known.House(
                        "Орбита Фит",
                        List.of(new Known.FaqEntry(7, "Сколько стоит?", "От 1 490 ₽.")),
                        new Known.Contacts("+7 900 000-00-00", null, "@orbita", null, null),
                        lines,
                        commands,
                        Set.of("pay", "program")));
    }

    private static List<Button> flat(List<List<Button>> rows) {
        return rows.stream().flatMap(List::stream).toList();
    }

    static String bare(String label) {
        return label.startsWith("☑ ") || label.startsWith("☐ ") ? label.substring(2) : label;
    }
}
