package io.orbita.marketing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written, and as its versions are kept.
 *
 * @param since what it counts from
 * @param fromSilence whether it counts from when the client was last heard, if that was after the occasion and within three days; absent: no
 * @param stages roles of which the client must stand at one; absent or empty: anywhere
 * @param every how often it repeats while the occasion lasts, such as {@code P7D}; absent: once through its steps
 * @param exits what ends it
 * @param channels in the order they are tried; absent: messenger, then e-mail
 * @param button absent: none
 * @param quietFrom by the client's clock; absent: 21:00
 * @param quietTo by the client's clock; absent: 10:00
 * @param perWeek how many reminders of all rules a client may get in any 7 days; absent: 4
 * @param gap how much time lies between two reminders of any rules; absent: {@code PT2H}
 */
record RuleDraft(
        @NotBlank @Size(max = 100) String name,

        @NotNull @Pattern(regexp = "service|marketing", message = "service|marketing") String kind,

        @NotNull @Size(max = 40) String since,
        @Nullable Boolean fromSilence,
        @Nullable @Size(max = 7) List<@NotNull @Size(max = 40) String> stages,
        @NotEmpty @Size(max = 12) List<@NotNull @Valid StepDraft> steps,
        @Nullable @Size(max = 20) String every,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 40) String> exits,
        @Nullable @Size(max = 2) List<@NotNull @Size(max = 20) String> channels,

        @Nullable @Pattern(regexp = "none|questionnaire|checkin|prices|pay", message = "none|questionnaire|checkin|prices|pay") String button,

        @Nullable @Pattern(regexp = TIME, message = "21:00") String quietFrom,
        @Nullable @Pattern(regexp = TIME, message = "10:00") String quietTo,
        @Nullable @Min(1) @Max(50) Integer perWeek,
        @Nullable @Size(max = 20) String gap) {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /** {@code after} such as {@code PT30M} or {@code P3D}; absent in a rule that repeats. */
    record StepDraft(
            @Nullable @Size(max = 20) String after,
            @NotBlank @Size(max = 2000) String text,
            @Nullable @Size(max = 100) String subject) {}
}
