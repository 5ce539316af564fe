package io.orbita.clients.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file becomes cards.
 *
 * @param policy what happens to a client who is known by a verified phone or e-mail already: {@code skip} leaves the card alone, {@code fill} fills what is empty,
 *     {@code overwrite} lets what the file says win; phones, e-mails and tags are only ever added, and an empty cell never empties a field
 * @param stageId where new clients stand when the file does not say; the first stage when null
 * @param tags put on every new or updated client
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportSettings(
        @NotNull @NotEmpty @Size(max = 200) List<@NotNull @Valid Column> columns,

        @NotBlank @Pattern(regexp = "skip|fill|overwrite", message = "skip, fill или overwrite") String policy,

        @Nullable @Positive Long stageId,
        @Nullable @Size(max = 100) String source,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) String> tags,
        @Nullable @Positive Long assignedTo) {

    /** A column, counted from 0, and the field it goes to; columns that are not named are left out. */
    record Column(
            @NotNull @Min(0) @Max(199) Integer column,
            @NotBlank @Size(max = 70) String field) {}
}
