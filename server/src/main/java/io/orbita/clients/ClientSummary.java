package io.orbita.clients;

import io.orbita.clients.spi.StageNames;
import io.orbita.platform.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client as lists show it. Phones and e-mails are in the clear: never to be logged.
 *
 * @param name may be empty
 * @param assignedTo the responsible staff user
 */
public record ClientSummary(
        long id,
        String name,
        List<String> phones,
        List<String> emails,
        @Nullable String telegramUsername,
        StageNames.@Nullable Stage stage,
        String source,
        List<String> tags,
        @Nullable Long assignedTo,
        Money paidTotal,
        @Nullable Instant lastContactAt,
        @Nullable Instant nextContactAt,
        Instant createdAt,
        boolean archived) {}
