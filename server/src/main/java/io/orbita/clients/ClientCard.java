package io.orbita.clients;

import io.orbita.clients.spi.StageNames;
import io.orbita.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client as its card shows it.
 *
 * @param age as told, or reckoned from the birth date
 * @param channels chats and addresses, with whether they still take messages
 * @param merged other clients that were merged into this one
 * @param version grows with each change of what staff may edit; the ETag
 */
record ClientCard(
        long id,
        String name,
        List<String> phones,
        List<String> emails,
        @Nullable String telegramUsername,
        StageNames.@Nullable Stage stage,
        String source,
        Map<String, String> utm,
        List<String> tags,
        @Nullable Long assignedTo,
        Money paidTotal,
        @Nullable Instant lastContactAt,
        @Nullable Instant nextContactAt,
        Instant createdAt,
        boolean archived,
        @Nullable String gender,
        @Nullable LocalDate birthDate,
        @Nullable Integer age,
        @Nullable String experience,
        @Nullable String goal,
        @Nullable Integer heightCm,
        @Nullable BigDecimal weightKg,
        @Nullable String lifestyle,
        @Nullable Integer daysPerWeek,
        @Nullable String location,
        List<String> equipment,
        List<String> limitations,
        @Nullable String limitationsText,
        Map<String, Object> custom,
        @Nullable String notes,
        @Nullable String timeZone,
        List<Channel> channels,
        List<Suspicions.Suspect> suspectedDuplicates,
        List<Long> merged,
        int version) {

    /** Something that the client is known by, without its value: a Telegram id tells people nothing. */
    record Channel(String kind, boolean verified, boolean reachable) {}
}
