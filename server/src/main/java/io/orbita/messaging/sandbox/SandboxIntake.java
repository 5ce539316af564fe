package io.orbita.messaging.sandbox;

import io.orbita.businesses.Businesses;
import io.orbita.messaging.Channel;
import io.orbita.messaging.channel.BotAddress;
import io.orbita.messaging.inbox.Incoming;
import io.orbita.messaging.telegram.TelegramBots;
import io.orbita.messaging.telegram.UpdateReader;
import io.orbita.messaging.telegram.UpdateReader.Reading;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.BadRequest;
import io.orbita.platform.web.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Updates to the sandbox's bot: read and kept by the same code as Telegram's, as a channel of its own. */
@Component
@Transactional
@Order(Ordered.LOWEST_PRECEDENCE)
class SandboxIntake implements BotAddress {
    private static final String BOT = "sandbox_bot";

    private final UpdateReader reader = new UpdateReader("sandbox");
    private final Incoming incoming;
    private final Businesses businesses;
    private final TelegramBots bots;
    private final Clock clock;
    private final String publicUrl;

    SandboxIntake(
            Incoming incoming,
            Businesses businesses,
            TelegramBots bots,
            Clock clock,
            @Value("${orbita.public-url:http://localhost:8080}") String publicUrl) {
        this.incoming = incoming;
        this.businesses = businesses;
        this.bots = bots;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Keeps one update; false when it came before or concerns nobody. */
    public boolean take(BusinessId business, JsonNode update) {
        Reading reading = reader.read(update.toString(), clock.instant(), BOT);
        return switch (reading) {
            case Reading.Read read -> incoming.keep(business, Channel.SANDBOX, "sandbox", read.message());
            case Reading.Ignored ignored -> {
                if (!ignored.why().equals("kind")) {
                    throw new BadRequest(
                            new Refusal.Field("from", ignored.why(), "Нужны from.id, chat.id, а у нажатия id и data"));
                }
                yield false;
            }
            case Reading.Unreadable unreadable ->
                throw new BadRequest(
                        new Refusal.Field("update_id", "required", "Update с целым положительным update_id"));
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> link(BusinessId business, String payload) {
        return Optional.of(businesses.get(business))
                .filter(it -> it.sandbox() && !bots.connected(business))
                .map(it -> publicUrl + "/sandbox/bot/" + it.slug() + "?start=" + payload);
    }
}
