package io.orbita.programs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A programme in the lists of staff.
 *
 * @param cause {@code questionnaire}, {@code payment} or {@code staff}
 * @param version the newest version; 0 while it is not made
 * @param profile the template's id in its sheet, for staff only
 * @param origin {@code sheet} or {@code library}
 * @param reserve whether the library stood in for the owner's sheet
 * @param next whether it begins when the current one ends
 */
public record ProgramView(
        long id,
        Owner client,
        boolean paid,
        int weeks,
        String cause,
        ProgramState state,
        int version,
        @Nullable String goal,
        @Nullable String profile,
        @Nullable String origin,
        boolean reserve,
        boolean next,
        @Nullable Long paymentId,
        @Nullable Instant startsAt,
        Instant createdAt,
        @Nullable Instant madeAt,
        @Nullable Instant deliveredAt) {
    /** Whose it is. */
    public record Owner(long id, String name) {}

    static ProgramView of(ProgramRow program, String clientName) {
        return new ProgramView(
                program.id(),
                new Owner(program.client().value(), clientName),
                program.paid(),
                program.weeks(),
                program.cause(),
                program.state(),
                program.version(),
                program.goal(),
                program.profile(),
                program.origin(),
                program.reserve(),
                program.next(),
                program.payment(),
                program.startsAt(),
                program.createdAt(),
                program.madeAt(),
                program.deliveredAt());
    }
}
