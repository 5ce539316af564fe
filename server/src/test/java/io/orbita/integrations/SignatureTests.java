package io.orbita.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureTests {
    @Test
    void it_is_the_one_of_the_standard() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void each_secret_is_another_one_of_32_bytes() {
        String secret = Signature.secret();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(Signature.secret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }

    @Test
    void a_delivery_is_tried_ever_more_rarely_for_three_days_and_no_longer() {
        Instant begun = Instant.parse("2026-11-20T10:00:00Z");
        for (double jitter : new double[] {0, 0.5, 1}) {
            Instant now = begun;
            Duration before = Duration.ZERO;
            int attempts = 1;
            for (var next = RetryPlan.next(begun, attempts, now, jitter);
                    next.isPresent();
                    next = RetryPlan.next(begun, ++attempts, now, jitter)) {
                Duration wait = Duration.between(now, next.get());
                assertThat(wait).isGreaterThanOrEqualTo(before).isPositive();
                before = wait;
                now = next.get();
            }
            assertThat(attempts).isBetween(14, 18);
            assertThat(now).isBetween(begun.plus(Duration.ofHours(60)), begun.plus(Duration.ofDays(3)));
        }
        assertThat(RetryPlan.next(begun, 1, begun, 0)).isNotEqualTo(RetryPlan.next(begun, 1, begun, 1));
    }
}
