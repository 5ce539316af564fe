package io.orbita.catalog;

import io.orbita.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tariff as the owner writes it.
 *
 * @param price from 1 to 10,000,000, in the currency of the business
 * @param months how long it lasts; absent: 0, a single service
 * @param programmeWeeks 0, 4 or 12; absent: 0
 * @param position place in the list; absent: the last
 * @param active absent: on sale
 */
public record TariffDraft(
        @NotBlank @Size(max = 200) String title,

        @Nullable @Size(max = 4000) String description,

        @NotNull @Valid Money price,

        @Nullable @Min(0) @Max(60) Integer months,

        @Nullable @Size(max = 30) List<@NotBlank @Size(max = 300) String> contains,

        @Nullable @Min(0) @Max(12) Integer programmeWeeks,

        @Nullable @Size(min = 1, max = 60) String templateFamily,

        @Nullable @Min(0) @Max(1_000_000) Integer position,

        @Nullable Boolean active) {}
