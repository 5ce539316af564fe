package io.orbita.messaging.telegram;

import io.orbita.messaging.Channel;
import io.orbita.messaging.inbox.Incoming;
import io.orbita.messaging.telegram.UpdateReader.Reading;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Updates of a bot, by whichever way they came: read, and kept once. */
@Component
@Transactional
class TelegramIntake {
    private static final Logger log = LoggerFactory.getLogger(TelegramIntake.class);

    private final UpdateReader reader = new UpdateReader("telegram");
    private final Incoming incoming;
    private final TelegramBots bots;
    private final Clock clock;

    TelegramIntake(Incoming incoming, TelegramBots bots, Clock clock) {
        this.incoming = incoming;
        this.bots = bots;
        this.clock = clock;
    }

    /** One update that was pushed to us; false when it is none. */
    public boolean take(BusinessId business, TelegramBots.Bot bot, String json) {
        Reading reading = reader.read(json, clock.instant(), bot.username().isEmpty() ? null : bot.username());
        if (reading instanceof Reading.Read read) {
            incoming.keep(business, Channel.TELEGRAM, source(bot), read.message());
        }
        return !(reading instanceof Reading.Unreadable);
    }

    /** A batch that was polled, and how far polling has come: one transaction, so that a crash loses and doubles nothing. */
    public void take(BusinessId business, TelegramBots.Bot bot, List<TelegramBotAdmin.RawUpdate> updates) {
        for (var update : updates) {
            if (!take(business, bot, update.json())) {
                log.warn("update {} of business {} cannot be read", update.id(), business);
            }
        }
        bots.confirmed(business, updates.getLast().id() + 1);
    }

    /** Numbers of updates count for a bot, not for a business. */
    private static String source(TelegramBots.Bot bot) {
        return "telegram:" + bot.botId();
    }
}
