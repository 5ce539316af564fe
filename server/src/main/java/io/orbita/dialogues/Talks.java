package io.orbita.dialogues;

import io.orbita.dialogues.questionnaire.Questionnaire;
import io.orbita.dialogues.talk.Dialogue;
import io.orbita.dialogues.talk.DialogueState;
import io.orbita.dialogues.talk.Effect;
import io.orbita.dialogues.talk.Input;
import io.orbita.dialogues.talk.Known;
import io.orbita.dialogues.talk.Reply;
import io.orbita.dialogues.talk.Step;
import io.orbita.dialogues.wording.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes one step of a conversation: reads the state, lets the pure part decide, does what it wants, keeps the new state. */
@Component
class Talks {
    private final Dialogue dialogue = new Dialogue(Wording.russian());
    private final DialogueStates states;
    private final Acquaintance acquaintance;
    private final RunDeeds runDeeds;
    private final OtherDeeds otherDeeds;
    private final OtherRooms otherRooms;
    private final Speaker speaker;

    Talks(
            DialogueStates states,
            Acquaintance acquaintance,
            RunDeeds runDeeds,
            OtherDeeds otherDeeds,
            OtherRooms otherRooms,
            Speaker speaker) {
        this.states = states;
        this.acquaintance = acquaintance;
        this.runDeeds = runDeeds;
        this.otherDeeds = otherDeeds;
        this.otherRooms = otherRooms;
        this.speaker = speaker;
    }

    /** In the transaction of what came, so that mark, state and answers stand or fall together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Occasion occasion, Input input) {
        if (occasion.created()) {
            otherDeeds.appeared(occasion);
        }
        var state = states.lock(occasion.business(), occasion.conversation());
        var known = acquaintance.with(occasion, state);
        var step = dialogue.step(state, input, known);
        states.save(
                occasion.business(), occasion.conversation(), occasion.client(), done(occasion, step, state, known));
    }

    private DialogueState done(Occasion occasion, Step step, DialogueState before, Known known) {
        var state = step.state();
        int number = 0;
        for (var outcome : step.outcomes()) {
            switch (outcome) {
                case Reply reply -> speaker.say(occasion, number++, reply);
                case Effect.ForAnotherRoom question -> {
                    var answered = otherRooms.answer(occasion.call(), question);
                    for (var content : answered.reply().contents()) {
                        speaker.say(occasion, number++, content);
                    }
                    String awaits = answered.reply().awaits();
                    if (awaits != null) {
                        if (known.guest().withStaff()) {
                            otherDeeds.handedBack(occasion);
                        }
                        return state.awaiting(answered.prefix(), awaits);
                    }
                }
                case Effect effect -> carryOut(occasion, effect, running(before, known));
            }
        }
        return state;
    }

    private void carryOut(Occasion occasion, Effect effect, Questionnaire running) {
        switch (effect) {
            case Effect.Started started -> runDeeds.started(occasion, started);
            case Effect.Asked asked -> runDeeds.asked(occasion, asked);
            case Effect.Answered answered -> runDeeds.answered(occasion, answered);
            case Effect.Alerted alerted -> runDeeds.alerted(occasion, alerted, running);
            case Effect.ConsentAnswered answered -> runDeeds.consented(occasion, answered, running);
            case Effect.Finished finished -> runDeeds.finished(occasion, finished);
            case Effect.HandedOver handedOver -> otherDeeds.handedOver(occasion);
            case Effect.HandedBack handedBack -> otherDeeds.handedBack(occasion);
            case Effect.PhoneProven proven -> otherDeeds.proven(occasion, proven);
            case Effect.FaqShown shown -> otherDeeds.faqShown(occasion, shown);
            case Effect.RemindersSwitched switched -> otherDeeds.reminders(occasion, switched);
            case Effect.ErasureAsked erasure -> otherDeeds.erase(occasion);
            case Effect.ForAnotherRoom another -> throw new IllegalStateException("answered above: " + another);
        }
    }

    /** Answers are given in the pass that was under way; what begins in this very step asks nothing of the version yet. */
    private static Questionnaire running(DialogueState before, Known known) {
        return before.run() == null ? known.current() : known.running();
    }
}
