package io.orbita.dialogues.talk;

import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import io.orbita.messaging.Button;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is not the questionnaire: hello, menu, FAQ, contacts, help. */
final class Lobby {

    private static final int LONGEST_FAQ_BUTTON = 60;
    private static final int FIRST = 10;
    private static final int FAQ = 40;
    private static final int CONTACTS = 50;
    private static final int LAST = 90;

    private final Wording wording;
    private final Asking asking;

    Lobby(Wording wording, Asking asking) {
        this.wording = wording;
        this.asking = asking;
    }

    void greet(Turn turn) {
        var guest = turn.known().guest();
        var values = Map.of(
                "comma_name",
                guest.name() == null ? "" : ", " + guest.name(),
                "business",
                turn.known().house().name());
        boolean returning = guest.returning() || turn.state().run() != null;
        var phrase = guest.fromSite()
                ? Phrase.GREETING_FROM_SITE
                : returning ? Phrase.GREETING_RETURNING : Phrase.GREETING_NEW;
        leave(turn);
        turn.say(wording.say(phrase, values) + unfinished(turn), menuRows(turn));
    }

    /** The menu under a line of its own; the questionnaire waits. */
    void menu(Turn turn, Phrase phrase) {
        leave(turn);
        turn.say(wording.say(phrase) + unfinished(turn), menuRows(turn));
    }

    /** A line with the way on: the menu, or the questionnaire where it stands. */
    void say(Turn turn, Phrase phrase) {
        var rows = new ArrayList<List<Button>>();
        switch (phrase) {
            case ALREADY_FINISHED -> rows.add(List.of(press(Phrase.MENU_UPDATE, Press.UPDATE)));
            case UNKNOWN_BUTTON, UNKNOWN_COMMAND -> {
                turn.say(wording.say(phrase), menuRows(turn));
                return;
            }
            default -> {}
        }
        rows.add(List.of(press(Phrase.TO_MENU, Press.MENU)));
        turn.say(wording.say(phrase), rows);
    }

    void help(Turn turn) {
        var lines = new ArrayList<String>();
        lines.add("/menu — " + wording.say(Phrase.COMMAND_MENU));
        lines.add("/anketa — " + wording.say(Phrase.COMMAND_ANKETA));
        new TreeMap<>(turn.known().house().commands()).forEach((command, about) -> {
            if (!about.isEmpty()) {
                lines.add("/" + command + " — " + about);
            }
        });
        lines.add("/faq — " + wording.say(Phrase.COMMAND_FAQ));
        lines.add("/contacts — " + wording.say(Phrase.COMMAND_CONTACTS));
        lines.add("/stop — " + wording.say(Phrase.COMMAND_STOP));
        lines.add("/delete_me — " + wording.say(Phrase.COMMAND_DELETE_ME));
        turn.say(wording.say(Phrase.HELP, "commands", String.join("\n", lines)), toMenu());
    }

    void faq(Turn turn, Phrase title) {
        var rows = new ArrayList<List<Button>>();
        for (var entry : turn.known().house().faq()) {
            rows.add(List.of(Button.press(
                    Shown.quoted(entry.question(), LONGEST_FAQ_BUTTON), Press.data(Press.FAQ, entry.id()))));
        }
        rows.addAll(toMenu());
        turn.say(wording.say(turn.known().house().faq().isEmpty() ? Phrase.FAQ_NONE : title), rows);
    }

    void faqEntry(Turn turn, long id) {
        var entry = turn.known().house().faq().stream()
                .filter(known -> known.id() == id)
                .findFirst();
        if (entry.isEmpty()) {
            faq(turn, Phrase.FAQ_GONE);
            return;
        }
        turn.effect(new Effect.FaqShown(id));
        turn.say(
                entry.get().question() + "\n\n" + entry.get().answer(),
                List.of(List.of(press(Phrase.FAQ_MORE, Press.FAQ)), List.of(press(Phrase.TO_MENU, Press.MENU))));
    }

    void contacts(Turn turn) {
        var contacts = turn.known().house().contacts();
        var lines = new ArrayList<String>();
        add(lines, Phrase.CONTACTS_PHONE, contacts.phone());
        add(lines, Phrase.CONTACTS_EMAIL, contacts.email());
        add(lines, Phrase.CONTACTS_TELEGRAM, contacts.telegram());
        add(lines, Phrase.CONTACTS_SITE, contacts.site());
        add(lines, Phrase.CONTACTS_ADDRESS, contacts.address());
        turn.say(
                lines.isEmpty()
                        ? wording.say(Phrase.CONTACTS_NONE)
                        : wording.say(Phrase.CONTACTS, "lines", String.join("\n", lines)),
                toMenu());
    }

    /** After something else in mid-survey: the questionnaire is still there. */
    void offerToGoOn(Turn turn) {
        turn.say(wording.say(Phrase.OFFER_TO_GO_ON, asking.place(turn)), wayOn());
    }

    /** On with the questionnaire, or to the menu. */
    List<List<Button>> wayOn() {
        return List.of(List.of(press(Phrase.CARRY_ON, Press.RESUME)), List.of(press(Phrase.TO_MENU, Press.MENU)));
    }

    List<List<Button>> toMenu() {
        return List.of(List.of(press(Phrase.TO_MENU, Press.MENU)));
    }

    /** Our lines and those of other rooms, by rank. */
    List<List<Button>> menuRows(Turn turn) {
        var lines = new ArrayList<>(turn.known().house().lines());
        if (turn.state().run() != null) {
            lines.add(line(FIRST, Phrase.MENU_RESUME, Press.RESUME));
        } else if (turn.known().guest().finished()) {
            lines.add(line(LAST, Phrase.MENU_UPDATE, Press.UPDATE));
        } else {
            lines.add(line(FIRST, Phrase.MENU_FREE, Press.FREE));
        }
        lines.add(line(FAQ, Phrase.MENU_FAQ, Press.FAQ));
        lines.add(line(CONTACTS, Phrase.MENU_CONTACTS, Press.CONTACTS));
        return lines.stream()
                .sorted(Comparator.comparingInt(Known.Line::rank))
                .map(line -> List.of(Button.press(line.text(), line.data())))
                .toList();
    }

    private Known.Line line(int rank, Phrase phrase, String data) {
        return new Known.Line(rank, wording.say(phrase), data);
    }

    private String unfinished(Turn turn) {
        return turn.state().run() == null ? "" : "\n\n" + wording.say(Phrase.OFFER_START_OVER, asking.place(turn));
    }

    private static void leave(Turn turn) {
        turn.become(turn.state().in(new Mode.Idle()));
    }

    private Button press(Phrase phrase, String data) {
        return Button.press(wording.say(phrase), data);
    }

    private void add(List<String> lines, Phrase phrase, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(wording.say(phrase, "value", value));
        }
    }
}
