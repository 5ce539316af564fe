package io.orbita.catalog;

import io.orbita.platform.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing on sale.
 *
 * @param months how long it lasts; 0 for a single service
 * @param contains what the buyer gets, one line each, in the order shown
 * @param programmeWeeks weeks of the programme that a purchase unlocks: 0 (none), 4 or 12
 * @param templateFamily which family of templates the programme is made from; absent: the business's default
 * @param position place in the list, smaller first
 * @param active whether it can be bought now
 */
public record Tariff(
        long id,
        String title,
        String description,
        Money price,
        int months,
        List<String> contains,
        int programmeWeeks,
        @Nullable String templateFamily,
        int position,
        boolean active) {

    public Tariff {
        contains = List.copyOf(contains);
    }
}
