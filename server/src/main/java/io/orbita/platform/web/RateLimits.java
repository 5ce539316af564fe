package io.orbita.platform.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Token buckets in memory, per node. The least recently used of many are forgotten, so that strangers cannot fill the memory. */
@Component
public class RateLimits {
    private static final int MOST_KEYS = 100_000;

    private final boolean enabled;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    RateLimits(@Value("${orbita.rate-limits:true}") boolean enabled) {
        this.enabled = enabled;
    }

    /**
     * Takes one token.
     *
     * @param name what is limited, a constant of the code
     * @param key for whom: an address, a user, a visitor
     * @param most tokens in full, refilled evenly over {@code per}
     * @throws TooMany with the time until the next token
     */
    public void take(String name, String key, int most, Duration per) {
        if (!enabled) {
            return;
        }
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(
                    name + ":" + key,
                    ignored -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                            .build());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooMany(Duration.ofSeconds(1 + probe.getNanosToWaitForRefill() / 1_000_000_000));
        }
    }
}
