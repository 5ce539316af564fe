package io.orbita.clients;

import io.orbita.platform.web.Invalid;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The orders that a list of clients can have; a minus turns one round. Who has no such time stands at the end that it makes sense at. */
enum ClientOrder {
    CREATED_AT("c.created_at", "timestamptz"),
    NAME("c.name collate platform.people", "text"),
    LAST_CONTACT_AT("c.last_contact_sort", "timestamptz"),
    NEXT_CONTACT_AT("c.next_contact_sort", "timestamptz"),
    PAID_TOTAL("c.paid_total_minor", "bigint");

    private static final String ACCEPTED =
            "created_at, name, last_contact_at, next_contact_at или paid_total; с минусом — наоборот";

    private final String column;
    private final String type;

    ClientOrder(String column, String type) {
        this.column = column;
        this.type = type;
    }

    /** An order and its direction. */
    record Asked(ClientOrder order, boolean down) {
        /** Constant text of the code. */
        String by() {
            String direction = down ? " desc" : "";
            return " order by " + order.column + direction + ", c.id" + direction;
        }

        /** The condition for what comes after the parameters {@code key} and {@code id}. */
        String after() {
            return "(%s, c.id) %s (cast(:key as %s), :id)".formatted(order.column, down ? "<" : ">", order.type);
        }
    }

    /** The newest first when nothing was asked for. */
    static Asked read(@Nullable String text) {
        if (text == null) {
            return new Asked(CREATED_AT, true);
        }
        boolean down = text.startsWith("-");
        String name = down ? text.substring(1) : text;
        return Arrays.stream(values())
                .filter(order -> order.name().toLowerCase(java.util.Locale.ROOT).equals(name))
                .findFirst()
                .map(order -> new Asked(order, down))
                .orElseThrow(() -> new Invalid("sort", "unknown", ACCEPTED));
    }

    /** What a row sorts by, as a cursor carries it. */
    String key(ClientSummary client) {
        return switch (this) {
            case CREATED_AT -> client.createdAt().toString();
            case NAME -> client.name();
            case LAST_CONTACT_AT -> or(client.lastContactAt(), "-infinity");
            case NEXT_CONTACT_AT -> or(client.nextContactAt(), "infinity");
            case PAID_TOTAL -> Long.toString(client.paidTotal().minor());
        };
    }

    /** Whether a text can be such a key: a cursor comes from outside. */
    boolean fits(String key) {
        return switch (this) {
            case NAME -> true;
            case PAID_TOTAL -> key.matches("-?\\d{1,18}");
            case CREATED_AT, LAST_CONTACT_AT, NEXT_CONTACT_AT -> key.matches("-?infinity") || isInstant(key);
        };
    }

    private static boolean isInstant(String text) {
        try {
            int year = Instant.parse(text).atZone(java.time.ZoneOffset.UTC).getYear();
            return year > 1900 && year < 2200;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String or(@Nullable Instant at, String none) {
        return at == null ? none : at.toString();
    }
}
