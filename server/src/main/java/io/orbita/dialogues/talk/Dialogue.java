package io.orbita.dialogues.talk;

import io.orbita.dialogues.parsing.Clean;
import io.orbita.dialogues.talk.Input.Media;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Wording;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One step of a conversation. Pure: the caller keeps the state and carries the outcomes out, in their order.
 *
 * <p>While a person of the staff talks with the client, what is typed or sent is for that person, whatever the bot was waiting for; commands and buttons
 * work on. A step after which the bot waits for the client's words (the questionnaire, a promo code) hands the conversation back to the bot.
 */
public final class Dialogue {

    /** Whatever begins with a slash and a letter is meant for the bot and is never an answer. */
    private static final Pattern COMMAND =
            Pattern.compile("/([\\p{L}\\d_]{1,64})(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);

    private static final Map<String, String> COMMANDS_IN_RUSSIAN = Map.of(
            "старт", "start", "меню", "menu", "помощь", "help", "стоп", "stop", "анкета", "anketa", "цены", "prices");

    private static final Set<String> MENU_WORDS = Set.of(
            "меню", "главное меню", "в меню", "menu", "привет", "здравствуйте", "добрый день", "старт", "начать");
    private static final Set<String> LEAVING_WORDS =
            Set.of("меню", "главное меню", "в меню", "menu", "выйти", "стоп", "отмена");

    private static final Set<String> THANKS = Set.of(
            "спасибо", "спасибо большое", "большое спасибо", "благодарю", "спс", "ок", "хорошо", "понятно", "ясно");

    private static final Duration DOUBLE_TAP = Duration.ofSeconds(3);
    private static final int LONGEST_STEERING = 100;

    private final Wording wording;
    private final Survey survey;
    private final Lobby lobby;
    private final QuestionPresses questions;
    private final Reception reception;
    private final Erasing erasing;

    public Dialogue(Wording wording) {
        this.wording = wording;
        this.survey = new Survey(wording);
        this.lobby = new Lobby(wording, survey.asking());
        this.questions = new QuestionPresses(wording, survey, lobby);
        this.reception = new Reception(wording, survey, lobby);
        this.erasing = new Erasing(wording, lobby);
    }

    public Step step(DialogueState state, Input input, Known known) {
        var turn = new Turn(state, known);
        switch (input) {
            case Input.Typed typed -> typed(turn, typed.text());
            case Input.Pressed pressed -> pressed(turn, pressed);
            case Input.Sent sent -> sent(turn, sent);
            case Input.PhoneShared shared -> reception.phone(turn, shared);
            case Input.PaidWithoutAnswers paid -> reception.askAfterPayment(turn);
            case Input.Blocked blocked -> {}
            case Input.Unblocked unblocked -> {}
        }
        if (known.guest().withStaff() && !(turn.state().mode() instanceof Mode.Idle)) {
            turn.effect(new Effect.HandedBack());
        }
        return turn.done();
    }

    private void typed(Turn turn, String raw) {
        var command = COMMAND.matcher(raw.strip());
        if (command.matches()) {
            String argument = command.group(2);
            command(turn, command.group(1).toLowerCase(Locale.ROOT), argument == null ? "" : Clean.line(argument));
            return;
        }
        if (turn.known().guest().withStaff()) {
            reception.leaveToStaff(turn);
            return;
        }
        String words = raw.length() > LONGEST_STEERING ? "…" : Clean.words(raw);
        switch (turn.state().mode()) {
            case Mode.Idle idle -> idle(turn, words);
            case Mode.Asking asking -> answer(turn, raw, words);
            case Mode.Awaiting awaiting -> awaited(turn, awaiting, raw, words);
            case Mode.ConfirmingErasure confirming -> erasing.typed(turn, words);
        }
    }

    private void answer(Turn turn, String raw, String words) {
        if (LEAVING_WORDS.contains(words)) {
            lobby.menu(turn, Phrase.MENU);
            return;
        }
        switch (words) {
            case "назад" -> questions.back(turn);
            case "пропустить" -> survey.skip(turn);
            case "готово" -> survey.confirmTicks(turn);
            case "оставить" -> survey.keep(turn);
            case "начать заново" -> reception.startOver(turn);
            default -> survey.typed(turn, raw);
        }
    }

    private void awaited(Turn turn, Mode.Awaiting awaiting, String raw, String words) {
        leaveSideRoom(turn);
        if (LEAVING_WORDS.contains(words) || words.equals("назад")) {
            lobby.menu(turn, Phrase.WAITING_LEFT);
        } else {
            reception.aside(
                    turn,
                    () -> turn.effect(new Effect.AwaitedText(awaiting.prefix(), awaiting.awaits(), Clean.text(raw))));
        }
    }

    private void idle(Turn turn, String words) {
        if (MENU_WORDS.contains(words) || words.isEmpty()) {
            lobby.menu(turn, Phrase.MENU);
        } else if (THANKS.contains(words)) {
            turn.say(wording.say(Phrase.THANKS), lobby.toMenu());
        } else if (names(words, Phrase.MENU_FREE)) {
            reception.free(turn);
        } else if (names(words, Phrase.MENU_FAQ)) {
            lobby.faq(turn, Phrase.FAQ_TITLE);
        } else if (names(words, Phrase.MENU_CONTACTS)) {
            lobby.contacts(turn);
        } else if (words.equals("продолжить") || names(words, Phrase.MENU_RESUME) || names(words, Phrase.MENU_UPDATE)) {
            reception.questionnaire(turn);
        } else {
            lineNamed(turn, words)
                    .ifPresentOrElse(
                            line -> toAnotherRoom(turn, line), () -> reception.handOver(turn, Phrase.HANDED_OVER));
        }
    }

    /** A line of the menu that another room brought, typed by hand: «узнать цены» or its last word. */
    private static Optional<String> lineNamed(Turn turn, String words) {
        return turn.known().house().lines().stream()
                .filter(line -> {
                    String named = Clean.words(line.text());
                    return named.equals(words) || words.length() > 3 && named.endsWith(" " + words);
                })
                .map(Known.Line::data)
                .findFirst();
    }

    private boolean names(String words, Phrase button) {
        return words.equals(Clean.words(wording.say(button)));
    }

    private void command(Turn turn, String typed, String argument) {
        leaveSideRoom(turn);
        String name = COMMANDS_IN_RUSSIAN.getOrDefault(typed, typed);
        switch (name) {
            case "start" -> reception.welcome(turn);
            case "menu" -> lobby.menu(turn, Phrase.MENU);
            case "anketa" -> reception.questionnaire(turn);
            case "delete_me" -> erasing.confirm(turn);
            case "help" -> reception.aside(turn, () -> lobby.help(turn));
            case "faq" -> reception.aside(turn, () -> lobby.faq(turn, Phrase.FAQ_TITLE));
            case "contacts" -> reception.aside(turn, () -> lobby.contacts(turn));
            case "stop" -> reception.aside(turn, () -> reception.stop(turn));
            default ->
                reception.aside(turn, () -> {
                    if (turn.known().house().commands().containsKey(name)) {
                        turn.effect(new Effect.CommandGiven(name, argument));
                    } else {
                        lobby.say(turn, Phrase.UNKNOWN_COMMAND);
                    }
                });
        }
    }

    private void pressed(Turn turn, Input.Pressed pressed) {
        var last = turn.state().lastPress();
        var now = turn.known().now();
        if (last != null
                && last.data().equals(pressed.data())
                && Duration.between(last.at(), now).abs().compareTo(DOUBLE_TAP) < 0) {
            turn.reply(new Reply.Toast(wording.say(Phrase.ALREADY_NOTED)));
            return;
        }
        if (pressed.data().length() <= Press.MOST_BYTES
                && Clean.line(pressed.data()).equals(pressed.data())) {
            turn.become(turn.state().pressed(pressed.data(), now));
        }
        var press = Press.of(pressed.data());
        if (press.isOfAQuestion()) {
            questions.pressed(turn, press, pressed.message());
            return;
        }
        if (!press.verb().equals(Press.ERASE)) {
            leaveSideRoom(turn);
        }
        switch (press.verb()) {
            case Press.MENU -> lobby.menu(turn, Phrase.MENU);
            case Press.FREE -> reception.free(turn);
            case Press.UPDATE, Press.RESUME -> reception.questionnaire(turn);
            case Press.OVER -> reception.startOver(turn, press.number(0).orElse(-1L));
            case Press.FAQ -> faq(turn, press);
            case Press.CONTACTS -> reception.aside(turn, () -> lobby.contacts(turn));
            case Press.ERASE -> erasing.decided(turn, press.part(0).equals("yes"));
            case Press.REMIND -> reception.aside(turn, () -> reception.remindersOn(turn));
            default -> reception.aside(turn, () -> toAnotherRoom(turn, pressed.data()));
        }
    }

    private void faq(Turn turn, Press press) {
        reception.aside(turn, () -> {
            if (press.parts().isEmpty()) {
                lobby.faq(turn, Phrase.FAQ_TITLE);
            } else {
                lobby.faqEntry(turn, press.number(0).orElse(-1L));
            }
        });
    }

    private void toAnotherRoom(Turn turn, String data) {
        int colon = data.indexOf(':');
        String prefix = colon < 0 ? data : data.substring(0, colon);
        if (turn.known().house().prefixes().contains(prefix)) {
            turn.effect(new Effect.LinePressed(prefix, colon < 0 ? "" : data.substring(colon + 1)));
        } else {
            lobby.say(turn, Phrase.UNKNOWN_BUTTON);
        }
    }

    /** A command or a press ends the waiting for a promo code or for a yes; the questionnaire comes back if it was there. */
    private static void leaveSideRoom(Turn turn) {
        switch (turn.state().mode()) {
            case Mode.Awaiting awaiting ->
                turn.become(turn.state().in(awaiting.asking() ? new Mode.Asking() : new Mode.Idle()));
            case Mode.ConfirmingErasure confirming -> turn.become(turn.state().in(new Mode.Idle()));
            default -> {}
        }
    }

    private void sent(Turn turn, Input.Sent sent) {
        if (!sent.caption().isBlank()) {
            typed(turn, sent.caption());
            return;
        }
        if (turn.known().guest().withStaff()) {
            reception.leaveToStaff(turn);
            return;
        }
        var line = wording.say(
                switch (sent.media()) {
                    case PHOTO -> Phrase.MEDIA_PHOTO;
                    case VOICE -> Phrase.MEDIA_VOICE;
                    case STICKER -> Phrase.MEDIA_STICKER;
                    case OTHER -> Phrase.MEDIA_OTHER;
                });
        switch (turn.state().mode()) {
            case Mode.Asking asking -> survey.asking().repeat(turn, line);
            case Mode.Awaiting awaiting -> turn.say(line, lobby.toMenu());
            case Mode.ConfirmingErasure confirming -> erasing.confirm(turn);
            case Mode.Idle idle -> {
                if (sent.media() == Media.STICKER) {
                    lobby.menu(turn, Phrase.MENU);
                } else {
                    reception.handOver(turn, Phrase.MEDIA_TO_TRAINER);
                }
            }
        }
    }
}
