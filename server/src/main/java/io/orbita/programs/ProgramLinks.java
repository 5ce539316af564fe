package io.orbita.programs;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Addresses under which a programme's file can be opened without signing in, for a while. */
@Component
class ProgramLinks {
    static final String PATH = "/api/programs/files/";
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final String PURPOSE = "programs.file";

    private final Vault vault;
    private final Clock clock;

    ProgramLinks(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** A relative address and when it dies. */
    record Link(String url, Instant expiresAt) {}

    /** What a token opens. */
    record Opened(BusinessId business, String publicId) {}

    Link to(ProgramRow program) {
        Instant until = clock.instant().plus(LIFE);
        String text = program.publicId() + "." + until.getEpochSecond();
        return new Link(PATH + text + "." + vault.sign(PURPOSE, text), until);
    }

    /** Empty for a forged or an old one. */
    Optional<Opened> open(String token) {
        String[] parts = token.split("\\.", 3);
        if (parts.length != 3 || !parts[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        boolean ours = vault.signed(PURPOSE, parts[0] + "." + parts[1], parts[2]);
        boolean alive = clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])));
        return ours && alive
                ? PublicId.business(parts[0]).map(business -> new Opened(business, parts[0]))
                : Optional.empty();
    }
}
