package io.orbita.clients.exports;

import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that can be given out as a table. Beans are found by their kind. */
public interface TableSource {
    /** A constant name; links carry it. */
    String kind();

    /** The name of the file without its ending. */
    String fileName();

    /** Writes the titles first, then the rows. Runs in the business, outside a transaction. */
    void write(BusinessId business, String spec, Rows rows);

    /** Where rows go; they leave for the network at once. */
    interface Rows {
        /** A cell is a text, a number, or null for nothing. */
        void row(List<? extends @Nullable Object> cells);
    }
}
