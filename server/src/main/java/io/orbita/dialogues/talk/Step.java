package io.orbita.dialogues.talk;

import java.util.List;

/** The result of one input: the state to keep, and what to do, in order. */
public record Step(DialogueState state, List<Outcome> outcomes) {

    public Step {
        outcomes = List.copyOf(outcomes);
    }

    public List<Reply> replies() {
        return outcomes.stream()
                .filter(Reply.class::isInstance)
                .map(Reply.class::cast)
                .toList();
    }

    public List<Effect> effects() {
        return outcomes.stream()
                .filter(Effect.class::isInstance)
                .map(Effect.class::cast)
                .toList();
    }
}
