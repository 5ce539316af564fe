package io.orbita.analytics;

import java.util.Map;

/** Which person a card belongs to today. */
record Persons(Map<Long, Long> merged) {
    long of(long card) {
        return merged.getOrDefault(card, card);
    }
}
