package io.orbita.site.cabinet;

import io.orbita.businesses.Open;
import io.orbita.journal.Diary;
import io.orbita.journal.Journal;
import io.orbita.journal.Measure;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Refusal;
import io.orbita.programs.Programs;
import io.orbita.programs.WeekOutcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Measurements and weekly check-ins in the cabinet. */
@RestController
@RequestMapping("/api/cabinet")
@Open
@Tag(name = "cabinet")
class CabinetJournalController {
    /**
     * What can be measured.
     *
     * @param unit {@code kg} or {@code cm}
     */
    record Measured(Measure measure, String title, String question, String unit, BigDecimal least, BigDecimal most) {}

    record Measurements(List<Measured> measures, List<Diary.Entered> items) {}

    /**
     * @param figures by the name of the measure
     * @param confirmed that figures more than 15 % away from the former ones are right
     */
    record NewMeasurement(
            @NotNull @Size(max = 11) Map<@NotBlank @Size(max = 20) String, @NotNull @Digits(integer = 3, fraction = 2) BigDecimal> figures,

            @Nullable @Size(max = 2000) String notes,
            @Nullable Boolean confirmed) {}

    record Taken(long id) {}

    /**
     * The week to speak of; all null while there is none.
     *
     * @param outcome what was said of it; null while nothing was
     * @param movements what may hurt
     */
    record Checkin(
            @Nullable Long programId,
            @Nullable Integer week,
            @Nullable WeekOutcome outcome,
            List<Programs.Movement> movements) {}

    /**
     * @param outcome {@code done}, {@code skipped}, {@code hard} or {@code pain}
     * @param pattern the movement that hurts
     */
    record NewCheckin(
            @NotBlank @Size(max = 10) String outcome,
            @Nullable @Size(max = 60) String pattern,
            @Nullable @Size(max = 1000) String comment) {}

    /**
     * What the plan does with it.
     *
     * @param plan {@code changes}, {@code trainer_decides} or {@code nothing}
     */
    record Reaction(String plan, List<String> reasons) {}

    private static final List<Measured> MEASURES = Arrays.stream(Measure.values())
            .map(one -> new Measured(one, one.title(), one.question(), one.unit(), one.least(), one.most()))
            .toList();

    private final Reception reception;
    private final Diary diary;
    private final Journal journal;
    private final Programs programs;

    CabinetJournalController(Reception reception, Diary diary, Journal journal, Programs programs) {
        this.reception = reception;
        this.diary = diary;
        this.journal = journal;
        this.programs = programs;
    }

    @GetMapping("/measurements")
    @Operation(summary = "What can be measured, and what was")
    Measurements measurements(HttpServletRequest http) {
        return reception.see(http, guest -> new Measurements(MEASURES, diary.measurements(guest.id(), guest.client())));
    }

    @PostMapping("/measurements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write what was measured now; a jump of more than 15 % must be confirmed")
    Taken measure(HttpServletRequest http, @Valid @RequestBody NewMeasurement measurement) {
        Map<Measure, BigDecimal> figures = figures(measurement.figures());
        return reception.act(
                http,
                guest -> new Taken(diary.measure(
                        guest.id(),
                        guest.client(),
                        figures,
                        measurement.notes(),
                        Boolean.TRUE.equals(measurement.confirmed()))));
    }

    @GetMapping("/checkin")
    @Operation(summary = "Which week can be spoken of, and what was said of it")
    Checkin checkin(HttpServletRequest http) {
        return reception.see(
                http,
                guest -> journal.week(guest.id(), guest.client())
                        .map(week -> new Checkin(
                                week.program(),
                                week.week(),
                                week.outcome(),
                                programs.movements(guest.id(), week.program(), week.week())))
                        .orElseGet(() -> new Checkin(null, null, null, List.of())));
    }

    @PostMapping("/checkin")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say how the week went; the plan reacts as to an answer in the bot")
    Reaction answer(HttpServletRequest http, @Valid @RequestBody NewCheckin checkin) {
        WeekOutcome outcome = WeekOutcome.of(checkin.outcome())
                .orElseThrow(() -> new Invalid("outcome", "choice", "done, skipped, hard или pain"));
        return reception.act(http, guest -> {
            Programs.Reaction reaction =
                    diary.checkin(guest.id(), guest.client(), outcome, checkin.pattern(), checkin.comment());
            return new Reaction(reaction.kind().name().toLowerCase(Locale.ROOT), reaction.reasons());
        });
    }

    private static Map<Measure, BigDecimal> figures(Map<String, BigDecimal> given) {
        var figures = new EnumMap<Measure, BigDecimal>(Measure.class);
        var wrong = new ArrayList<Refusal.Field>();
        given.forEach((name, value) -> Measure.of(name)
                .ifPresentOrElse(
                        measure -> figures.put(measure, value),
                        () -> wrong.add(new Refusal.Field("figures." + name, "choice", "Такого замера нет"))));
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong.toArray(Refusal.Field[]::new));
        }
        return figures;
    }
}
