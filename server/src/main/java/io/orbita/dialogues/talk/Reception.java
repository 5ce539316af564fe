package io.orbita.dialogues.talk;

import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Wording;
import io.orbita.messaging.Button;
import java.time.Duration;
import java.util.List;

/** What people come for, whichever way they ask: by a button, a command or a word. */
final class Reception {

    private static final Duration ONE_PROMISE = Duration.ofMinutes(30);

    private final Wording wording;
    private final Survey survey;
    private final Asking asking;
    private final Lobby lobby;

    Reception(Wording wording, Survey survey, Lobby lobby) {
        this.wording = wording;
        this.survey = survey;
        this.asking = survey.asking();
        this.lobby = lobby;
    }

    /** Something in mid-survey that is no answer: it works, and then the questionnaire offers to go on. */
    void aside(Turn turn, Runnable work) {
        work.run();
        if (turn.state().mode() instanceof Mode.Asking && turn.state().run() != null) {
            lobby.offerToGoOn(turn);
        }
    }

    /** The menu, but the questionnaire for who bought on the site and comes from there: nothing else stands before the programme. */
    void welcome(Turn turn) {
        var guest = turn.known().guest();
        if (guest.owesAnswers() && (guest.fromSite() || turn.state().run() == null)) {
            askAfterPayment(turn);
        } else {
            lobby.greet(turn);
        }
    }

    void free(Turn turn) {
        var guest = turn.known().guest();
        if (turn.state().run() != null) {
            resume(turn);
        } else if (guest.finished()) {
            lobby.say(turn, Phrase.ALREADY_FINISHED);
        } else {
            survey.begin(turn, Phrase.STARTING, guest.former());
        }
    }

    /** On with the unfinished pass, else a new one over the former answers. */
    void questionnaire(Turn turn) {
        var guest = turn.known().guest();
        if (turn.state().run() != null) {
            resume(turn);
        } else {
            survey.begin(turn, guest.finished() ? Phrase.STARTING_AGAIN : Phrase.STARTING, guest.former());
        }
    }

    void resume(Turn turn) {
        turn.become(turn.state().in(new Mode.Asking()));
        asking.resume(turn, wording.say(Phrase.RESUMING));
    }

    void startOver(Turn turn) {
        var run = turn.state().run();
        if (run == null) {
            questionnaire(turn);
        } else {
            survey.begin(turn, Phrase.STARTING_OVER, run.answers().over(run.former()));
        }
    }

    /** The button of an earlier pass only leads back to the present one. */
    void startOver(Turn turn, long pass) {
        var run = turn.state().run();
        if (run != null && run.number() != pass) {
            resume(turn);
        } else {
            startOver(turn);
        }
    }

    void askAfterPayment(Turn turn) {
        if (turn.state().run() == null) {
            survey.begin(turn, Phrase.STARTING_PAID, turn.known().guest().former());
        } else {
            turn.become(turn.state().in(new Mode.Asking()));
            asking.repeat(turn, wording.say(Phrase.STARTING_PAID));
        }
    }

    /**
     * A person is talking: the words are theirs, and the bot says nothing. Only a questionnaire that stood open steps aside with one line, so that nobody
     * goes on answering it into the void.
     */
    void leaveToStaff(Turn turn) {
        turn.effect(new Effect.HandedOver());
        var mode = turn.state().mode();
        boolean asked = mode instanceof Mode.Asking || mode instanceof Mode.Awaiting awaiting && awaiting.asking();
        turn.become(turn.state().in(new Mode.Idle()));
        if (asked && turn.state().run() != null) {
            turn.say(wording.say(Phrase.WITH_STAFF), lobby.wayOn());
        }
    }

    /** Never lost: a person is told. The promise is made once in a while. */
    void handOver(Turn turn, Phrase promise) {
        turn.effect(new Effect.HandedOver());
        var last = turn.state().handedOver();
        var now = turn.known().now();
        boolean promised = last != null && Duration.between(last, now).abs().compareTo(ONE_PROMISE) < 0;
        if (promised) {
            return;
        }
        turn.become(turn.state().handedOver(now));
        turn.say(wording.say(promise), turn.state().run() == null ? lobby.toMenu() : lobby.menuRows(turn));
    }

    void stop(Turn turn) {
        boolean off = turn.known().guest().remindersOff();
        if (!off) {
            turn.effect(new Effect.RemindersSwitched(false));
        }
        turn.say(
                wording.say(off ? Phrase.STOPPED_ALREADY : Phrase.STOPPED),
                List.of(List.of(Button.press(wording.say(Phrase.REMINDERS_ON), Press.data(Press.REMIND, "on")))));
    }

    void remindersOn(Turn turn) {
        turn.effect(new Effect.RemindersSwitched(true));
        turn.say(wording.say(Phrase.REMINDERS_RESUMED), lobby.toMenu());
    }

    void phone(Turn turn, Input.PhoneShared shared) {
        if (shared.own()) {
            turn.effect(new Effect.PhoneProven(shared.phone()));
        }
        aside(
                turn,
                () -> turn.say(wording.say(shared.own() ? Phrase.PHONE_OWN : Phrase.PHONE_FOREIGN), lobby.toMenu()));
    }
}
