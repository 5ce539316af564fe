package io.orbita.clients;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client made by hand or by a program. */
record NewClient(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 40) String> phones,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 254) String> emails,
        @Nullable @Size(max = 100) String source,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 50) String> tags,
        @Nullable @Positive Long stageId,
        @Nullable @Positive Long assignedTo,
        @Nullable @Size(max = 20000) String notes) {}
