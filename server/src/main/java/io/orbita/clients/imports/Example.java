package io.orbita.clients.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line that the dry run shows: where it stands and what becomes of it, without anything that stands in it.
 *
 * @param client whose card it changes, when it is somebody's who was known before the file
 * @param first the line where the person stands in the file for the first time; null when that is this line
 */
record Example(
        Decision.Outcome outcome,
        int line,
        int chunk,
        @Nullable Long client,
        @Nullable Integer first) {

    /** The first of each kind, in the order of the file. */
    static final class Few {
        private static final int REJECTED = 100;
        private static final int OTHERS = 20;

        private final Map<Decision.Outcome, Integer> taken = new EnumMap<>(Decision.Outcome.class);
        private final List<Example> examples = new ArrayList<>();
        private int repeated;

        void offer(Example example) {
            if (example.first() != null) {
                if (repeated++ < OTHERS) {
                    examples.add(example);
                }
                return;
            }
            int most = example.outcome() == Decision.Outcome.REJECTED ? REJECTED : OTHERS;
            if (taken.merge(example.outcome(), 1, Integer::sum) <= most) {
                examples.add(example);
            }
        }

        List<Example> all() {
            return List.copyOf(examples);
        }
    }
}
