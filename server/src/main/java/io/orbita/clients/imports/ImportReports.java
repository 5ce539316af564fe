package io.orbita.clients.imports;

import io.orbita.platform.tenancy.BusinessId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the lines of an import, for people. */
@Component
@Transactional(readOnly = true)
class ImportReports {
    /**
     * A line that was not taken.
     *
     * @param cells as they stood in the file; empty once it is forgotten
     */
    record Rejected(int line, List<String> cells, List<Reason> reasons) {}

    /** A code such as {@code phones.format} and the same in words. */
    record Reason(String code, String text) {}

    private final ImportRows imports;
    private final OutcomeRows outcomes;

    ImportReports(ImportRows imports, OutcomeRows outcomes) {
        this.imports = imports;
        this.outcomes = outcomes;
    }

    /** The titles of the columns. */
    public List<String> head(BusinessId business, long id) {
        return imports.titles(business, id);
    }

    private long known(BusinessId business, long id) {
        return imports.find(business, id).orElseThrow(ImportRefusals::unknown).id();
    }

    /** Rejected lines after a line, in their order. */
    public List<Rejected> rejected(BusinessId business, long id, int after, int limit) {
        List<String> head = head(business, id);
        Map<Integer, Map<Integer, Table.Line>> chunks = new HashMap<>();
        return outcomes.page(business, id, "rejected", after, limit).stream()
                .map(row -> {
                    Table.Line line = chunks.computeIfAbsent(
                                    row.chunk(),
                                    chunk -> imports.lines(business, id, chunk).stream()
                                            .collect(Collectors.toMap(Table.Line::line, one -> one)))
                            .get(row.line());
                    return new Rejected(
                            row.line(),
                            line == null ? List.of() : line.cells(),
                            row.reasons().stream()
                                    .map(code -> new Reason(code.replaceFirst("@.*", ""), Reasons.text(code, head)))
                                    .toList());
                })
                .toList();
    }

    List<OutcomeRows.Kept> kept(BusinessId business, long id, int after, int limit) {
        return outcomes.kept(business, known(business, id), after, limit);
    }
}
