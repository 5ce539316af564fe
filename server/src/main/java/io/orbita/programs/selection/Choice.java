package io.orbita.programs.selection;

import io.orbita.programs.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules say. */
public sealed interface Choice {
    /**
     * A template that won.
     *
     * @param reasons for the trainer, with the profile id
     */
    record Chosen(Candidate winner, @Nullable Candidate runnerUp, List<String> reasons) implements Choice {
        public Chosen {
            reasons = List.copyOf(reasons);
        }
    }

    /** No template may be given; the reasons say which rule left none. */
    record NothingFits(List<String> reasons) implements Choice {
        public NothingFits {
            reasons = List.copyOf(reasons);
        }
    }

    /** A template that may be given, as the client can do it. */
    record Candidate(Template template, Fit fit, Score score) {}
}
