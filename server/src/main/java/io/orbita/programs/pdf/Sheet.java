package io.orbita.programs.pdf;

import io.orbita.programs.content.ProgramContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template prints.
 *
 * @param techniques the lines of the two columns of the last pages
 * @param brand whose programme it is; may be empty
 * @param qr a PNG as a data URI; null without a link
 * @param link where the QR code leads
 */
public record Sheet(
        ProgramContent content,
        List<WeekPage> weeks,
        List<List<ProgramContent.Technique>> techniques,
        String brand,
        @Nullable String qr,
        @Nullable String link) {

    /** The title, broken where a reader would break it. */
    public List<String> titleLines() {
        int at = content.title().lastIndexOf(" на ");
        return at < 0
                ? List.of(content.title())
                : List.of(content.title().substring(0, at), content.title().substring(at + 1));
    }

    /**
     * One week on its page.
     *
     * @param density 0 (airy) to 5 (as tight as can be read)
     * @param rowHeight of one exercise, in millimetres
     * @param boxes how many columns for weights: as many as the exercise with most sets has
     */
    public record WeekPage(
            int number,
            boolean deload,
            String advice,
            int density,
            String rowHeight,
            List<Integer> boxes,
            List<SessionTable> sessions) {}

    /** One session of a week. */
    public record SessionTable(int day, String name, List<Row> rows) {}

    /**
     * One exercise.
     *
     * @param under the small line below the name: weight to begin with, notes, alternatives; may be empty
     * @param dose sets and repetitions: «3 × 16-12»
     * @param sets how many boxes stay open
     * @param weighed whether there is anything to write into the boxes
     */
    public record Row(
            int number,
            String name,
            String under,
            String dose,
            String reserve,
            String rest,
            int sets,
            boolean weighed) {}
}
