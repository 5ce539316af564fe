package io.orbita.dialogues.parsing;

import io.orbita.dialogues.questionnaire.Option;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How one option is called: its label and the aliases. */
record Naming(Option option, List<Saying> sayings) {

    /** Where a mention begins and how many words it takes. */
    record Mention(int from, int size) {}

    private static final Set<String> NOT = Set.of("не", "ни", "без", "кроме", "нет");
    private static final Set<String> SOFTENERS = Set.of("очень", "совсем", "особо", "в", "на", "с", "во", "со", "для");

    static Naming of(Option option) {
        var sayings = new ArrayList<Saying>();
        sayings.add(Saying.of(option.label()));
        option.aliases().forEach(alias -> sayings.add(Saying.of(alias)));
        return new Naming(
                option,
                sayings.stream().filter(saying -> !saying.words().isEmpty()).toList());
    }

    static List<Naming> of(List<Option> options) {
        return options.stream().map(Naming::of).toList();
    }

    boolean isAllOf(Words text, boolean slips) {
        return sayings.stream().anyMatch(saying -> saying.isAllOf(text, slips));
    }

    List<Mention> in(Words text, boolean slips) {
        var mentions = new ArrayList<Mention>();
        for (var saying : sayings) {
            for (int at = saying.in(text, 0, slips); at >= 0; at = saying.in(text, at + 1, slips)) {
                mentions.add(new Mention(at, saying.words().size()));
            }
        }
        return mentions;
    }

    /** Named at least once without a «не» before it. */
    boolean affirmedIn(Words text, boolean slips) {
        return in(text, slips).stream().anyMatch(mention -> !denied(text, mention.from()));
    }

    static boolean denied(Words text, int from) {
        return NOT.contains(text.at(from - 1))
                || SOFTENERS.contains(text.at(from - 1)) && NOT.contains(text.at(from - 2));
    }

    /** The codes of the options that the whole text names, each alone; several only when labels collide. */
    static Set<String> exactly(List<Naming> namings, Words text) {
        for (boolean slips : new boolean[] {false, true}) {
            var codes = new LinkedHashSet<String>();
            namings.stream()
                    .filter(naming -> naming.isAllOf(text, slips))
                    .forEach(naming -> codes.add(naming.option().code()));
            if (!codes.isEmpty()) {
                return codes;
            }
        }
        return Set.of();
    }
}
