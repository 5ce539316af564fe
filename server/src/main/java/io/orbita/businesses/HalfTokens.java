package io.orbita.businesses;

import io.orbita.platform.crypto.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Proof that somebody has just given the right password and owes the code. Signed, not stored: it lives five minutes and dies with the password that it
 * stands for; used twice it is of no use, for a code opens once.
 */
@Component
class HalfTokens {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final String PURPOSE = "second-step";
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final Vault vault;
    private final Logins logins;
    private final Clock clock;

    HalfTokens(Vault vault, Logins logins, Clock clock) {
        this.vault = vault;
        this.logins = logins;
        this.clock = clock;
    }

    String issue(Logins.Login login) {
        long end = clock.instant().plus(LIFE).getEpochSecond();
        return login.id() + "." + end + "." + vault.sign(PURPOSE, signed(login, end));
    }

    /** Whose password was right; empty for a token that is not ours, too old, or of a former password. */
    Optional<Logins.Login> login(String token) {
        Matcher parts = SHAPE.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long end = Long.parseLong(parts.group(2));
        return logins.get(Long.parseLong(parts.group(1)))
                .filter(login -> vault.signed(PURPOSE, signed(login, end), parts.group(3)))
                .filter(login -> clock.instant().isBefore(Instant.ofEpochSecond(end)));
    }

    private static String signed(Logins.Login login, long end) {
        return login.id() + "\n" + end + "\n" + login.passwordHash();
    }
}
