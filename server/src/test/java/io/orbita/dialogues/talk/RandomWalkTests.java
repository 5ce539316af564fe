package io.orbita.dialogues.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.dialogues.questionnaire.Walk;
import io.orbita.messaging.Button;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with restless fingers: whatever comes in, the dialogue answers, keeps what was said, and can be finished. */
class RandomWalkTests {

    private static final int STEPS = 1500;
    private static final List<String> TYPED = List.of(
            "женский",
            "м",
            "32",
            "182",
            "метр 82",
            "1,75 м",
            "175 68",
            "78,5 кг",
            "новичок",
            "похудеть",
            "набрать массу",
            "сидячий",
            "3",
            "зал",
            "дом",
            "улица",
            "гантели, турник",
            "ничего",
            "нет",
            "колени и спина",
            "астма",
            "сердце здоровое",
            "да",
            "согласна",
            "не согласен",
            "назад",
            "готово",
            "пропустить",
            "оставить",
            "меню",
            "начать заново",
            "отмена",
            "/start",
            "/start abc_DEF-1",
            "/menu",
            "/help",
            "/stop",
            "/delete_me",
            "/faq",
            "/prices",
            "/promo X",
            "/anketa",
            "/contacts",
            "/зачем",
            "/",
            "сколько стоит занятие?",
            "",
            " ",
            "😀",
            "\u0000\u0007",
            "ж".repeat(4096),
            "1".repeat(500),
            "<b>&nbsp;</b>",
            "'; drop table x; --",
            "%s {n} $1",
            "\ud83d",
            "-1",
            "0",
            "999999999999",
            "привет",
            "ok",
            "１８２",
            "беременна",
            "удалить");
    private static final List<String> FORGED = List.of(
            "",
            ":",
            "a:1:goal:gold",
            "t:1:health:x",
            "d:0:health",
            "b:1:",
            "pay:prices",
            "c:x:y",
            "faq:7",
            "faq:q",
            "o:1",
            "erase:no",
            "remind:on",
            "menu",
            "free",
            "update",
            "resume",
            "contacts",
            "k:1:age",
            "x".repeat(300));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void nothing_breaks_it_nothing_accepted_is_lost_and_it_can_always_be_finished(long seed) {
        var random = new Random(seed);
        var chat = new Chat();
        chat.running = Definitions.builtIn();
        var pressed = new ArrayList<String>(FORGED);
        Map<String, Answer> accepted = new HashMap<>();
        int run = 0;
        for (int step = 0; step < STEPS; step++) {
            var before = chat.state;
            var input = anything(random, chat, pressed);
            var same = chat.dialogue.step(before, input, chat.known());
            assertThat(chat.dialogue.step(before, input, chat.known())).isEqualTo(same);

            chat.at(chat.now.plus(Duration.ofMillis(random.nextInt(20_000))), input);

            for (var effect : chat.last.effects()) {
                switch (effect) {
                    case Effect.Started started -> {
                        assertThat(started.run()).isGreaterThan(run);
                        run = started.run();
                        accepted.clear();
                    }
                    case Effect.Answered answered -> accepted.put(answered.question(), answered.answer());
                    case Effect.Finished finished -> {
                        assertThat(accepted)
                                .as("seed %d step %d", seed, step)
                                .containsAllEntriesOf(
                                        onlyGiven(finished.answers().byKey(), accepted));
                        assertThat(Walk.of(
                                                chat.current.without(
                                                        chat.consents.containsKey("processing")
                                                                ? List.of("processing", "marketing")
                                                                : List.of()),
                                                finished.answers())
                                        .firstGap())
                                .isEmpty();
                        accepted.clear();
                    }
                    case Effect.ErasureAsked erased -> accepted.clear();
                    default -> {}
                }
            }
            var now = chat.state.run();
            assertThat(now == null ? Map.of() : now.answers().byKey())
                    .as("seed %d step %d %s", seed, step, input)
                    .isEqualTo(accepted);
            answersSomething(chat, input, before);
            fits(chat);
            chat.buttons().forEach(button -> pressed.add(String.valueOf(button.data())));
            if (step % 50 == 0) {
                canBeFinished(chat.state);
            }
        }
        assertThat(run).as("the walker got into the questionnaire").isGreaterThan(2);
    }

    private static Map<String, Answer> onlyGiven(Map<String, Answer> counted, Map<String, Answer> accepted) {
        var given = new HashMap<>(counted);
        given.keySet().retainAll(accepted.keySet());
        // Ticks that are no longer offered fall out of what counts; that is the point of counting.
        given.values().removeIf(answer -> answer instanceof Answer.Ticked);
        return given;
    }

    private static Input anything(Random random, Chat chat, List<String> pressed) {
        var buttons = chat.buttons();
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Input.Typed(TYPED.get(random.nextInt(TYPED.size())));
            case 3 -> new Input.Typed(noise(random));
            case 4 -> new Input.Pressed(pressed.get(random.nextInt(pressed.size())), 1L);
            case 5 ->
                switch (random.nextInt(6)) {
                    case 0 -> new Input.PhoneShared("+79001112233", random.nextBoolean());
                    case 1 -> new Input.Blocked();
                    case 2 -> new Input.Unblocked();
                    case 3 -> new Input.PaidWithoutAnswers();
                    default ->
                        new Input.Sent(
                                Input.Media.values()[random.nextInt(Input.Media.values().length)],
                                random.nextBoolean() ? "" : TYPED.get(random.nextInt(TYPED.size())));
                };
            case 6 ->
                chat.question().isEmpty()
                        ? new Input.Pressed("free", 1L)
                        : new Input.Typed(Chat.usual(chat.question()));
            default ->
                buttons.isEmpty()
                        ? new Input.Pressed("update", null)
                        : new Input.Pressed(
                                String.valueOf(buttons.get(random.nextInt(buttons.size()))
                                        .data()),
                                random.nextBoolean() ? 2L : null);
        };
    }

    private static String noise(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append((char)
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x10000);
                        case 1 -> 'а' + random.nextInt(32);
                        case 2 -> '0' + random.nextInt(10);
                        default -> ' ' + random.nextInt(90);
                    });
        }
        return text.toString();
    }

    private static void answersSomething(Chat chat, Input input, DialogueState before) {
        boolean silent = input instanceof Input.Blocked || input instanceof Input.Unblocked;
        boolean answeredElsewhere = chat.last.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.ForAnotherRoom || effect instanceof Effect.HandedOver);
        if (!silent && !answeredElsewhere) {
            assertThat(chat.last.replies()).as("%s in %s", input, before).isNotEmpty();
        }
    }

    private static void fits(Chat chat) {
        for (var reply : chat.last.replies()) {
            var rows = switch (reply) {
                case Reply.Say say -> {
                    assertThat(say.text())
                            .isNotBlank()
                            .hasSizeLessThanOrEqualTo(4096)
                            .doesNotContain("{", "null");
                    yield say.rows();
                }
                case Reply.Retick retick -> retick.rows();
                case Reply.Toast toast -> {
                    assertThat(toast.text()).isNotBlank().hasSizeLessThanOrEqualTo(200);
                    yield List.<List<Button>>of();
                }
            };
            for (var row : rows) {
                for (var button : row) {
                    assertThat(String.valueOf(button.data()).getBytes(StandardCharsets.UTF_8))
                            .hasSizeBetween(1, 64);
                    assertThat(button.text()).isNotBlank();
                }
            }
        }
    }

    private static void canBeFinished(DialogueState from) {
        var end = new Chat();
        end.state = from;
        end.types("/menu");
        end.types("/anketa");
        for (int i = 0; i < 30 && end.state.run() != null; i++) {
            end.types(Chat.usual(end.question()));
        }
        assertThat(end.last.effects())
                .as("%s%nended with %s", from, end.said)
                .anyMatch(Effect.Finished.class::isInstance);
    }
}
