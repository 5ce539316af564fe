package io.orbita.businesses;

import io.orbita.platform.web.TooMany;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A growing pause between wrong passwords, per user name and address: free up to five, then 1 s, 2 s, 4 s … at most 15 minutes. A stranger at another
 * address never locks the owner out.
 */
@Component
class SignInDelay {
    /** In place of an address, for what must not be guessed from many of them. */
    static final String ANYWHERE = "*";

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_KEYS = 50_000;

    private record Failures(int count, Instant next) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEYS;
        }
    };

    SignInDelay(Clock clock) {
        this.clock = clock;
    }

    /** Refuses while the pause after the last wrong password lasts. */
    synchronized void check(String username, String address) {
        Failures before = failures.get(key(username, address));
        Instant now = clock.instant();
        if (before != null && before.next().isAfter(now)) {
            throw new TooMany(Duration.between(now, before.next()));
        }
    }

    synchronized void failed(String username, String address) {
        failures.compute(key(username, address), (ignored, before) -> {
            int count = before == null ? 1 : before.count() + 1;
            Duration pause = count <= FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - FREE - 1, 10));
            return new Failures(count, clock.instant().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
        });
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(key(username, address));
    }

    private static String key(String username, String address) {
        return username.toLowerCase(Locale.ROOT) + "\n" + address;
    }
}
