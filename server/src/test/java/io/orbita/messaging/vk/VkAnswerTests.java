package io.orbita.messaging.vk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.vk.VkLine.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of VK's errors. */
class VkAnswerTests {
    @ParameterizedTest
    @CsvSource({
        "1,TryLater",
        "10,TryLater",
        "6,RetryAfter",
        "9,RetryAfter",
        "29,RetryAfter",
        "5,BotBroken",
        "7,BotBroken",
        "14,BotBroken",
        "15,BotBroken",
        "27,BotBroken",
        "912,BotBroken",
        "3300,BotBroken",
        "18,Unreachable",
        "113,Unreachable",
        "900,Unreachable",
        "901,Unreachable",
        "902,Unreachable",
        "914,Wrong",
        "911,Wrong",
        "100,Wrong",
        "909,Wrong",
        "77777,Wrong"
    })
    void an_error_of_vk_is_read_as(int code, String outcome) {
        assertThat(outcome(200, "{\"error\":{\"error_code\":" + code + ",\"error_msg\":\"x\"}}", true)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void a_lost_answer_is_unknown_only_when_the_request_had_left() {
        assertThat(outcome(0, null, true)).isInstanceOf(Outcome.Unknown.class);
        assertThat(outcome(0, null, false)).isInstanceOf(Outcome.TryLater.class);
        assertThat(outcome(504, "<html>", true)).isInstanceOf(Outcome.Unknown.class);
        assertThat(outcome(502, "<html>", true)).isInstanceOf(Outcome.TryLater.class);
        assertThat(outcome(200, "<html>Wi-Fi</html>", true)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void flood_control_waits_longer_than_too_many_a_second() {
        var flood = (Outcome.RetryAfter) outcome(200, "{\"error\":{\"error_code\":9}}", true);
        var fast = (Outcome.RetryAfter) outcome(200, "{\"error\":{\"error_code\":6}}", true);
        assertThat(flood.delay()).isGreaterThan(fast.delay().multipliedBy(60));
    }

    private static Outcome outcome(int status, @org.jspecify.annotations.Nullable String body, boolean left) {
        return VkAnswer.of(new Heard(status, body, left, "SocketTimeoutException")) instanceof VkAnswer.Refused refused
                ? refused.outcome()
                : new Outcome.Sent(null, null);
    }
}
