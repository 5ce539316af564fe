package io.orbita.catalog;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A discount rule with a code.
 *
 * @param code as it is shown, see {@link PromoSpelling}
 * @param validFrom the first moment it works; absent: always did
 * @param validTo the first moment it no longer works; absent: never ends
 * @param maxUses how many purchases in all; absent: any number
 * @param maxUsesPerClient how many purchases of one client; absent: any number
 * @param tariffs ids of the tariffs it fits; empty: all of them
 */
public record PromoCode(
        long id,
        String code,
        Discount discount,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Integer maxUses,
        @Nullable Integer maxUsesPerClient,
        Set<Long> tariffs,
        boolean firstPurchaseOnly,
        boolean active) {

    public PromoCode {
        tariffs = Set.copyOf(tariffs);
    }
}
