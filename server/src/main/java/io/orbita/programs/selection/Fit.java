package io.orbita.programs.selection;

import io.orbita.programs.template.Week;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template as one client can do it.
 *
 * @param weeks with exercises exchanged and sessions laid out for the client's days
 * @param changes each exchange once, in the order of the sessions
 * @param possible false when some session lost so much that it is none any more
 */
public record Fit(List<Week> weeks, List<Change> changes, boolean possible) {
    static final Fit UNCHANGED = new Fit(List.of(), List.of(), true);

    public Fit {
        weeks = List.copyOf(weeks);
        changes = List.copyOf(changes);
    }

    /**
     * One exercise exchanged.
     *
     * @param to null when nothing could take its place
     * @param why «нет турника», «бережём колени»
     */
    public record Change(String from, @Nullable String to, String why) {
        /** «Подтягивания → Тяга резинки сверху (нет: турник)». */
        public String text() {
            return to == null ? "«%s» убрали: %s".formatted(from, why) : "«%s» → «%s»: %s".formatted(from, to, why);
        }
    }
}
