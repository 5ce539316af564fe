package io.orbita.messaging.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.messaging.Chat;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.platform.crypto.PublicId;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may knock at the sandbox, and with what. */
@MessagingTest
class SandboxDoorTests {
    private final World world;
    private final ScriptedAnswerer answerer;
    private final Businesses businesses;
    private final Business business;
    private final Chat vera;

    SandboxDoorTests(World world, ScriptedAnswerer answerer, Businesses businesses) {
        this.world = world;
        this.answerer = answerer;
        this.businesses = businesses;
        this.business = world.business();
        this.vera = new Chat(world, business);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"text\"",
                "{\"update_id\":\"1\"}",
                "{\"update_id\":-1}",
                "{\"update_id\":1e40}",
                "{\"update_id\":1,\"message\":{\"text\":\"x\"}}",
                "{\"update_id\":1,\"callback_query\":{\"id\":\"1\"}}",
                "{",
                ""
            })
    void what_is_no_update_is_refused_and_changes_nothing(String body) {
        var answer = world.post("/api/sandbox/bot/" + business.slug() + "/updates", null, body);
        assertThat(answer.status()).isBetween(400, 422);
        assertThat(world.drain()).isZero();
    }

    @Test
    void an_update_of_an_unknown_kind_is_taken_and_ignored() {
        assertThat(vera.post("{\"update_id\":1,\"poll_answer\":{}}")).isEqualTo(202);
        assertThat(
                        vera.post(
                                "{\"update_id\":2,\"message\":{\"from\":{\"id\":5},\"chat\":{\"id\":-100,\"type\":\"group\"},\"text\":\"x\"}}"))
                .isEqualTo(202);
        world.drain();
        assertThat(answerer.heard(business.id())).isEmpty();
    }

    @Test
    void a_business_that_is_no_sandbox_has_none() {
        var real = businesses.create(
                "r-" + PublicId.random(20).toLowerCase(Locale.ROOT), "Настоящая", ZoneId.of("Europe/Moscow"), false);
        var stranger = new Chat(world, real);
        assertThat(stranger.post(stranger.text("x"))).isEqualTo(404);
        assertThat(world.get("/api/sandbox/mail/" + real.slug(), null).status()).isEqualTo(404);
        assertThat(world.get("/api/sandbox/bot/nobody/messages?chat_id=1", null).status())
                .isEqualTo(404);
    }
}
