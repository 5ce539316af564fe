package io.orbita.site.cabinet;

import io.orbita.businesses.Open;
import io.orbita.clients.Clients;
import io.orbita.journal.Mark;
import io.orbita.journal.Trainings;
import io.orbita.messaging.Messaging;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.orbita.programs.Plan;
import io.orbita.programs.ProgramState;
import io.orbita.programs.Programs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cabinet: who one is, the programmes, and the marks that a phone brings, at once or when it is online again. */
@RestController
@RequestMapping("/api/cabinet")
@Open
@Tag(name = "cabinet")
class CabinetController {
    /**
     * Who is inside.
     *
     * @param botUrl opens the bot; null when the business has none
     */
    record Me(
            String name,
            List<String> phones,
            List<String> emails,
            Place business,
            @Nullable String botUrl) {}

    /** The business. */
    record Place(String slug, String name, String zone) {}

    /**
     * A programme in the list.
     *
     * @param file a relative address of the PDF that lives five minutes; null when there is none
     */
    record Listed(
            long id,
            boolean paid,
            int weeks,
            ProgramState state,
            @Nullable Instant startsAt,
            @Nullable String file) {}

    /** A programme with what was marked in it. */
    record Opened(Plan plan, List<Mark> marks) {}

    /**
     * One marked set; see {@link Mark}.
     *
     * @param key made by the device; best begun with the time, so that later marks have greater keys
     */
    record NewMark(
            @NotBlank @Size(max = 40) @Pattern(regexp = "[\\x21-\\x7e]*", message = "1–40 печатных знаков без пробелов") String key,

            @NotNull @Min(1) @Max(52) Integer week,
            @NotNull @Min(1) @Max(14) Integer day,
            @NotNull @Min(1) @Max(60) Integer place,
            @NotBlank @Size(max = 200) String exercise,
            @NotNull @Min(1) @Max(30) Integer set,
            @NotNull Boolean done,

            @Nullable @DecimalMin("0") @DecimalMax("500") @Digits(integer = 3, fraction = 2) BigDecimal weight,

            @Nullable @Min(0) @Max(1000) Integer reps,
            @NotNull Instant at) {
        Mark mark() {
            return new Mark(key, week, day, place, exercise.strip(), set, done, weight, reps, at);
        }
    }

    record NewMarks(@NotEmpty @Size(max = 300) List<@NotNull @Valid NewMark> marks) {}

    private final Reception reception;
    private final Clients clients;
    private final Programs programs;
    private final Trainings trainings;
    private final Messaging messaging;

    CabinetController(
            Reception reception, Clients clients, Programs programs, Trainings trainings, Messaging messaging) {
        this.reception = reception;
        this.clients = clients;
        this.programs = programs;
        this.trainings = trainings;
        this.messaging = messaging;
    }

    @GetMapping("/me")
    @Operation(summary = "Who is inside")
    Me me(HttpServletRequest http) {
        return reception.see(http, guest -> {
            var contacts = clients.contacts(guest.id(), guest.client());
            var business = guest.business();
            return new Me(
                    contacts.name(),
                    contacts.phones(),
                    contacts.emails(),
                    new Place(business.slug(), business.name(), business.zone().getId()),
                    messaging.botLink(guest.id(), "src_cabinet").orElse(null));
        });
    }

    @GetMapping("/programs")
    @Operation(summary = "The programmes of the client, the newest first")
    Page<Listed> programs(HttpServletRequest http) {
        return reception.see(
                http,
                guest -> Page.whole(programs.of(guest.id(), guest.client()).stream()
                        .map(given -> new Listed(
                                given.id(), given.paid(), given.weeks(), given.state(), given.startsAt(), given.link()))
                        .toList()));
    }

    @GetMapping("/programs/{id}")
    @Operation(summary = "A programme by weeks and trainings, with what was marked in it")
    Opened program(HttpServletRequest http, @PathVariable @Positive long id) {
        return reception.see(http, guest -> {
            List<Mark> marks = trainings.of(guest.id(), guest.client(), id);
            return new Opened(
                    programs.plan(guest.id(), id)
                            .orElseThrow(() -> new NotFound("Программа не найдена.", "There is no such programme.")),
                    marks);
        });
    }

    @PostMapping("/programs/{id}/marks")
    @Operation(summary = "Take marks of sets, at once or after being offline; the same twice changes nothing")
    Trainings.Synced mark(
            HttpServletRequest http, @PathVariable @Positive long id, @Valid @RequestBody NewMarks marks) {
        return reception.act(
                http,
                guest -> trainings.mark(
                        guest.id(),
                        guest.client(),
                        id,
                        marks.marks().stream().map(NewMark::mark).toList()));
    }
}
