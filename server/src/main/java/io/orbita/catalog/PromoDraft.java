package io.orbita.catalog;

import io.orbita.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promo code as the owner writes it: either a percentage or an amount.
 *
 * @param percent 1 to 100
 * @param amount a fixed discount
 * @param validFrom the first moment it works; absent: always did
 * @param validTo the first moment it no longer works; absent: never ends
 * @param tariffIds which tariffs it fits; absent or empty: all
 * @param firstPurchaseOnly absent: no
 * @param active absent: it works
 */
public record PromoDraft(
        @NotBlank @Size(max = 50) String code,

        @Nullable @Min(1) @Max(100) Integer percent,

        @Nullable @Valid Money amount,

        @Nullable Instant validFrom,

        @Nullable Instant validTo,

        @Nullable @Min(1) @Max(1_000_000) Integer maxUses,

        @Nullable @Min(1) @Max(1_000_000) Integer maxUsesPerClient,

        @Nullable @Size(max = 100) List<@NotNull @Positive Long> tariffIds,

        @Nullable Boolean firstPurchaseOnly,

        @Nullable Boolean active) {}
