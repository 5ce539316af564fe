package io.orbita.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What staff may change of a client: the body of PUT, where what is missing becomes empty, and what a PATCH is laid over. The stage moves by moves only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientEdit(
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 40) String> phones,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 254) String> emails,

        @Nullable @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9_]*", message = "Латинские буквы, цифры и _") String telegramUsername,

        @Nullable @Size(max = 100) String source,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 50) String> tags,
        @Nullable @Positive Long assignedTo,

        @Nullable Instant nextContactAt,

        @Nullable @Pattern(regexp = "male|female", message = "male или female") String gender,

        @Nullable LocalDate birthDate,

        @Nullable @Min(14) @Max(90) Integer age,
        @Nullable @Size(max = 40) String experience,
        @Nullable @Size(max = 40) String goal,
        @Nullable @Min(120) @Max(230) Integer heightCm,

        @Nullable @DecimalMin("35") @DecimalMax("250") @Digits(integer = 3, fraction = 1, message = "С одним знаком после точки") BigDecimal weightKg,

        @Nullable @Size(max = 40) String lifestyle,
        @Nullable @Min(2) @Max(6) Integer daysPerWeek,
        @Nullable @Size(max = 40) String location,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 60) String> equipment,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> limitations,
        @Nullable @Size(max = 4096) String limitationsText,
        @Nullable @Size(max = 200) Map<@NotBlank @Size(max = 60) String, @NotNull Object> custom,
        @Nullable @Size(max = 20000) String notes,
        @Nullable @Size(max = 60) String timeZone) {

    static ClientEdit of(ClientCard card) {
        return new ClientEdit(
                card.name(),
                card.phones(),
                card.emails(),
                card.telegramUsername(),
                card.source(),
                card.tags(),
                card.assignedTo(),
                card.nextContactAt(),
                card.gender(),
                card.birthDate(),
                card.birthDate() == null ? card.age() : null,
                card.experience(),
                card.goal(),
                card.heightCm(),
                card.weightKg(),
                card.lifestyle(),
                card.daysPerWeek(),
                card.location(),
                card.equipment(),
                card.limitations(),
                card.limitationsText(),
                card.custom(),
                card.notes(),
                card.timeZone());
    }

    /** The same with other values of own fields. */
    ClientEdit with(Map<String, Object> own) {
        return new ClientEdit(
                name,
                phones,
                emails,
                telegramUsername,
                source,
                tags,
                assignedTo,
                nextContactAt,
                gender,
                birthDate,
                age,
                experience,
                goal,
                heightCm,
                weightKg,
                lifestyle,
                daysPerWeek,
                location,
                equipment,
                limitations,
                limitationsText,
                own,
                notes,
                timeZone);
    }

    /** As it reads when it has been written and is read again: no text of spaces, no missing lists. */
    ClientEdit settled() {
        return new ClientEdit(
                name == null ? "" : name.strip(),
                either(phones),
                either(emails),
                blankToNull(telegramUsername),
                blankToNull(source),
                either(tags).stream().map(String::strip).distinct().toList(),
                assignedTo,
                nextContactAt,
                gender,
                birthDate,
                age,
                experience,
                goal,
                heightCm,
                weightKg,
                lifestyle,
                daysPerWeek,
                location,
                either(equipment),
                either(limitations),
                limitationsText,
                custom == null ? Map.of() : custom,
                blankToNull(notes),
                timeZone);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    Profile profile() {
        return new Profile(
                gender,
                age,
                experience,
                goal,
                heightCm,
                weightKg,
                lifestyle,
                daysPerWeek,
                location,
                either(equipment),
                either(limitations),
                limitationsText,
                custom == null ? Map.of() : custom);
    }

    static <T> List<T> either(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
