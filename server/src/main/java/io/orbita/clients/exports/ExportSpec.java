package io.orbita.clients.exports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.clients.AskedFilter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which clients are given out, with which columns (all when none is named), in what order. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportSpec(
        @Nullable @Valid AskedFilter filter,
        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 70) String> columns,
        @Nullable @Size(max = 40) String sort,

        @Nullable @Pattern(regexp = "csv|xlsx", message = "csv или xlsx") String format) {

    AskedFilter filterOrAll() {
        return filter == null ? AskedFilter.ALL : filter;
    }

    String formatOrCsv() {
        return format == null ? "csv" : format;
    }
}
