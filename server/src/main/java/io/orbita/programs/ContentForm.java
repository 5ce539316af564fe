package io.orbita.programs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.orbita.programs.content.ProgramContent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A programme's content as it comes from outside, in the shape of {@link ProgramContent}. */
record ContentForm(
        @NotBlank @Size(max = 120) String title,
        @NotNull @Size(max = 60) String clientName,
        @NotBlank @Size(max = 60) String goal,
        @NotNull Boolean paid,
        @NotNull @Size(max = 10) List<@NotBlank @Size(max = 80) String> facts,
        @NotNull @Size(max = 8) List<@NotBlank @Size(max = 600) String> intro,
        @Nullable @Size(max = 600) String doctorsNote,
        @NotNull @Size(max = 10) List<@NotBlank @Size(max = 400) String> reasons,
        @NotNull @Size(max = 10) List<@NotBlank @Size(max = 400) String> guide,
        @NotEmpty @Size(max = 52) List<@NotNull @Valid WeekForm> weeks,
        @NotNull @Size(max = 200) List<@NotNull @Valid TechniqueForm> techniques,
        @Nullable @Valid OfferForm offer) {

    /** Addresses of cells need it. */
    @JsonIgnore
    @AssertTrue(message = "Номера недель идут по возрастанию, дни в неделе не повторяются") boolean isInOrder() {
        int last = 0;
        for (WeekForm week : weeks == null ? List.<WeekForm>of() : weeks) {
            if (week == null || week.number() == null || week.sessions() == null) {
                return true;
            }
            long days = week.sessions().stream()
                    .filter(session -> session != null && session.day() != null)
                    .map(SessionForm::day)
                    .distinct()
                    .count();
            if (week.number() <= last || days < week.sessions().size()) {
                return false;
            }
            last = week.number();
        }
        return true;
    }

    record WeekForm(
            @NotNull @Min(1) @Max(52) Integer number,
            @NotNull Boolean deload,
            @NotNull @Size(max = 800) String advice,
            @NotEmpty @Size(max = 7) List<@NotNull @Valid SessionForm> sessions) {}

    record SessionForm(
            @NotNull @Min(1) @Max(7) Integer day,
            @NotBlank @Size(max = 60) String name,
            @NotEmpty @Size(max = 12) List<@NotNull @Valid ExerciseForm> exercises) {}

    record ExerciseForm(
            @NotBlank @Size(max = 120) String name,
            @NotNull @Min(1) @Max(20) Integer sets,
            @NotBlank @Size(max = 60) String reps,
            @Nullable @Size(max = 20) String reserve,
            @Nullable @Size(max = 30) String rest,
            @Nullable @Size(max = 40) String load,
            @NotNull @Size(max = 10) List<@NotBlank @Size(max = 200) String> notes,
            @NotNull @Size(max = 6) List<@NotBlank @Size(max = 120) String> alternatives,
            @NotNull @Size(max = 60) String pattern) {}

    record TechniqueForm(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 200) String cue) {}

    record OfferForm(
            @NotBlank @Size(max = 120) String title,
            @NotNull @Size(max = 8) List<@NotBlank @Size(max = 300) String> points) {}

    ProgramContent content() {
        return new ProgramContent(
                title,
                clientName,
                goal,
                paid,
                facts,
                intro,
                doctorsNote,
                reasons,
                guide,
                weeks.stream().map(ContentForm::week).toList(),
                techniques.stream()
                        .map(technique -> new ProgramContent.Technique(technique.name(), technique.cue()))
                        .toList(),
                offer == null ? null : new ProgramContent.Offer(offer.title(), offer.points()));
    }

    private static ProgramContent.Week week(WeekForm week) {
        return new ProgramContent.Week(
                week.number(),
                week.deload(),
                week.advice(),
                week.sessions().stream()
                        .map(session -> new ProgramContent.Session(
                                session.day(),
                                session.name(),
                                session.exercises().stream()
                                        .map(ContentForm::exercise)
                                        .toList()))
                        .toList());
    }

    private static ProgramContent.Exercise exercise(ExerciseForm exercise) {
        return new ProgramContent.Exercise(
                exercise.name(),
                exercise.sets(),
                exercise.reps(),
                exercise.reserve(),
                exercise.rest(),
                exercise.load(),
                exercise.notes(),
                exercise.alternatives(),
                exercise.pattern());
    }
}
