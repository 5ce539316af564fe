package io.orbita.dialogues.talk;

import io.orbita.dialogues.parsing.Clean;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Wording;
import io.orbita.messaging.Button;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** «Удалить мои данные»: asked twice, done once, and never by a stray press. */
final class Erasing {

    private static final Set<String> YES = Set.of("да", "удалить", "да удалить");
    private static final Set<String> NO = Set.of("нет", "оставить", "отмена", "назад", "меню", "в меню", "не надо");

    private final Wording wording;
    private final Lobby lobby;

    Erasing(Wording wording, Lobby lobby) {
        this.wording = wording;
        this.lobby = lobby;
    }

    void confirm(Turn turn) {
        turn.become(turn.state().in(new Mode.ConfirmingErasure()));
        turn.say(wording.say(Phrase.ERASE_CONFIRM), rows());
    }

    void typed(Turn turn, String words) {
        if (YES.contains(words) || words.equals(Clean.words(wording.say(Phrase.ERASE_YES)))) {
            decided(turn, true);
        } else if (NO.contains(words) || words.equals(Clean.words(wording.say(Phrase.ERASE_NO)))) {
            decided(turn, false);
        } else {
            turn.say(
                    wording.say(
                            Phrase.ERASE_AGAIN,
                            Map.of("yes", wording.say(Phrase.ERASE_YES), "no", wording.say(Phrase.ERASE_NO))),
                    rows());
        }
    }

    /** A yes counts only while the question stands; an old button asks again. */
    void decided(Turn turn, boolean yes) {
        boolean asked = turn.state().mode() instanceof Mode.ConfirmingErasure;
        if (yes && !asked) {
            confirm(turn);
        } else if (yes) {
            turn.effect(new Effect.ErasureAsked());
            turn.become(turn.state().forgotten());
            turn.say(wording.say(Phrase.ERASE_DONE), List.of());
        } else {
            turn.become(turn.state().in(new Mode.Idle()));
            turn.say(wording.say(Phrase.ERASE_KEPT), lobby.menuRows(turn));
        }
    }

    private List<List<Button>> rows() {
        return List.of(
                List.of(Button.press(wording.say(Phrase.ERASE_NO), Press.data(Press.ERASE, "no"))),
                List.of(Button.press(wording.say(Phrase.ERASE_YES), Press.data(Press.ERASE, "yes"))));
    }
}
