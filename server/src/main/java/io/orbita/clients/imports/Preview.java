package io.orbita.clients.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the file as examples of what the run would do with it, the first of each kind; how many there are in all tells the forecast.
 *
 * @param rejected at most 100 lines that would not be taken
 * @param created at most 20 new clients
 * @param updated at most 20 clients who are known already
 * @param skipped at most 20 clients who are known already and left alone
 * @param repeated at most 20 lines whose person stands in the file earlier already
 */
record Preview(
        List<Refused> rejected, List<Card> created, List<Card> updated, List<Card> skipped, List<Repeated> repeated) {

    /** A line that would not be taken, as it stands in the file, and why; a cell of more than 200 characters ends with «…». */
    record Refused(int line, List<String> cells, List<Fault> faults) {}

    /**
     * One reason.
     *
     * @param code such as {@code phones.format}; of {@code row.*} the whole line is meant
     * @param text the same for people
     * @param field of the card; null when the whole line is meant
     * @param column of the file, from 0; null when the whole line is meant
     * @param value what stands there
     */
    record Fault(
            String code,
            String text,
            @Nullable String field,
            @Nullable Integer column,
            @Nullable String title,
            @Nullable String value) {}

    /**
     * A client who would be made, changed or left alone.
     *
     * @param client empty for a new one
     * @param changes what the card would hold that it does not hold now; nothing where the line says nothing new
     */
    record Card(int line, @Nullable Long client, @Nullable String name, List<Change> changes) {}

    /**
     * A field of a card; lists are joined with commas, stages and staff go by their names, other answers by their codes as in a card.
     *
     * @param before null when it was empty
     * @param after never null: an import empties nothing
     */
    record Change(String field, String title, @Nullable String before, String after) {}

    /** A line of a person who stands at line {@code first} for the first time. */
    record Repeated(int line, int first, @Nullable String name) {}
}
