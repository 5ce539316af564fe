package io.orbita.journal;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "journal")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "progress")
class ProgressController {
    /**
     * A new measurement.
     *
     * @param period {@code before}, {@code week_1} … {@code week_12}, {@code after}
     * @param programId absent: the paid programme under way, if there is one
     * @param measurementDate absent: today
     * @param confirmed that figures more than 15 % away from the former ones are right
     */
    record NewEntry(
            @NotNull @Positive Long clientId,
            @Nullable @Positive Long programId,
            @NotNull @Size(max = 10) String period,
            @Nullable LocalDate measurementDate,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal weight,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal chest,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal waist,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal lowerAbdomen,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal glutes,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal rightThigh,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal leftThigh,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal rightCalf,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal leftCalf,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal rightArm,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal leftArm,
            @Nullable @Size(max = 2000) String notes,
            @Nullable Boolean confirmed) {
        Figures figures() {
            return new Figures(
                    weight,
                    chest,
                    waist,
                    lowerAbdomen,
                    glutes,
                    rightThigh,
                    leftThigh,
                    rightCalf,
                    leftCalf,
                    rightArm,
                    leftArm);
        }
    }

    /** A measurement as it should stand; a figure that is absent is taken away. */
    record EntryEdit(
            @Nullable LocalDate measurementDate,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal weight,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal chest,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal waist,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal lowerAbdomen,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal glutes,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal rightThigh,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal leftThigh,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal rightCalf,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal leftCalf,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal rightArm,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal leftArm,
            @Nullable @Size(max = 2000) String notes,
            @Nullable Boolean confirmed) {
        Figures figures() {
            return new Figures(
                    weight,
                    chest,
                    waist,
                    lowerAbdomen,
                    glutes,
                    rightThigh,
                    leftThigh,
                    rightCalf,
                    leftCalf,
                    rightArm,
                    leftArm);
        }
    }

    /**
     * A figure that was written, and what it replaced.
     *
     * @param source {@code staff} or {@code bot}
     */
    record Correction(
            Measure measure,
            @Nullable BigDecimal old,
            @Nullable BigDecimal value,
            String source,
            @Nullable Long by,
            Instant at) {}

    private final Journals journals;
    private final Measured measured;

    ProgressController(Journals journals, Measured measured) {
        this.journals = journals;
        this.measured = measured;
    }

    @GetMapping("/api/progress")
    @Operation(
            summary =
                    "Everybody who was ever measured, the one measured last first: the newest weight and its change, and the week nobody told about")
    Page<Measured.Person> people(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return measured.page(caller.business(), Cursor.read(cursor, 2), Page.limit(limit));
    }

    @GetMapping({"/api/progress/{client_id}", "/api/clients/{client_id}/progress"})
    @Operation(summary = "The journal of a client, programme after programme, in each by its periods")
    Page<EntryView> list(Caller caller, @PathVariable("client_id") @Positive long client) {
        return Page.whole(journals.list(caller.business(), client));
    }

    @GetMapping("/api/progress/{client_id}/chart")
    @Operation(summary = "Series for charts: a figure for each measure and period, with the change since «before»")
    Chart chart(
            Caller caller,
            @PathVariable("client_id") @Positive long client,
            @RequestParam(name = "program_id", required = false) @Positive @Nullable Long program) {
        return journals.chart(caller.business(), client, program);
    }

    @PostMapping("/api/progress")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a measurement; a jump of more than 15 % must be confirmed")
    EntryView add(Caller caller, @Valid @RequestBody NewEntry entry) {
        return journals.add(caller, entry);
    }

    @PutMapping("/api/progress/{id}")
    @Operation(summary = "Correct a measurement; the former figures stay in its history")
    EntryView replace(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody EntryEdit edit) {
        return journals.replace(caller, id, edit);
    }

    @GetMapping("/api/progress/entries/{id}/history")
    @Operation(summary = "Every figure ever written in a measurement, from old to new")
    Page<Correction> history(Caller caller, @PathVariable @Positive long id) {
        return Page.whole(journals.history(caller.business(), id));
    }
}
