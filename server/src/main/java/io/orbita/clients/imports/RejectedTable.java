package io.orbita.clients.imports;

import io.orbita.clients.exports.TableSource;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rejected lines as they stood in the file, with the reason in a last column: mend them and import the file again. */
@Component
class RejectedTable implements TableSource {
    static final String KIND = "rejected";
    private static final int STEP = 500;

    private final ImportReports reports;

    RejectedTable(ImportReports reports) {
        this.reports = reports;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String fileName() {
        return "rejected";
    }

    @Override
    public void write(BusinessId business, String spec, Rows rows) {
        long id = Long.parseLong(spec);
        List<String> head = reports.head(business, id);
        rows.row(with(head, head.size(), "Причина"));
        int after = 0;
        List<ImportReports.Rejected> some;
        do {
            some = reports.rejected(business, id, after, STEP);
            for (ImportReports.Rejected line : some) {
                String reasons =
                        line.reasons().stream().map(ImportReports.Reason::text).collect(Collectors.joining("; "));
                rows.row(with(line.cells(), head.size(), reasons));
                after = line.line();
            }
        } while (some.size() == STEP);
    }

    private static List<String> with(List<String> cells, int columns, String last) {
        List<String> row = new ArrayList<>(cells);
        while (row.size() < columns) {
            row.add("");
        }
        row.add(last);
        return row;
    }
}
