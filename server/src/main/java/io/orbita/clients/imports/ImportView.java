package io.orbita.clients.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is shown.
 *
 * @param state {@code uploaded}, {@code checking}, {@code checked}, {@code running}, {@code stopped}, {@code done}, {@code undoing}, {@code undone}
 * @param rows how many lines the file has, without titles and empty ones
 * @param columns with a guess where each goes; empty once the file is forgotten
 * @param forecast what the dry run found
 * @param result what the run did so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        long id,
        @Nullable String fileName,
        String format,
        String state,
        int rows,
        @Nullable List<Proposal.Guess> columns,
        @Nullable ImportSettings settings,
        @Nullable Forecast forecast,
        Result result,
        @Nullable Long by,
        Instant createdAt,
        Instant changedAt) {

    /**
     * What would become of the lines.
     *
     * @param repeated lines whose person stands in the file earlier already; they are counted among the updated or the skipped
     * @param reasons how many lines are rejected, by reason
     */
    record Forecast(int created, int updated, int skipped, int repeated, int rejected, Map<String, Integer> reasons) {}

    /**
     * What became of the lines.
     *
     * @param done lines dealt with
     * @param undone of the created and updated lines, how many undoing has dealt with
     * @param kept clients whom undoing left as they were, in whole or in part: somebody had worked with them since
     */
    record Result(int done, int created, int updated, int skipped, int rejected, int kept, int undone) {}
}
