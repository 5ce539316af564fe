package io.orbita.messaging.telegram;

import io.orbita.businesses.Settings;
import io.orbita.messaging.channel.BotAddress;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bot of a business: at most one. Its token is a secret of the business, what else is known of it is a row. */
@Component
@Transactional
public class TelegramBots implements BotAddress {
    private static final String TOKEN = "telegram.token";
    private static final String FORMER = "telegram.former";

    /**
     * A connected bot.
     *
     * @param username empty until Telegram has told it
     * @param broken why Telegram refuses it; null while it works
     */
    public record Bot(
            String botId,
            String username,
            long nextUpdate,
            @Nullable String broken,
            Instant connectedAt) {}

    private final JdbcClient jdbc;
    private final Settings settings;
    private final BotOwners owners;
    private final Clock clock;
    private final boolean alone;

    TelegramBots(
            JdbcClient jdbc,
            Settings settings,
            BotOwners owners,
            Clock clock,
            @Value("${ORBITA_DATABASE_URL:}") String givenDatabase) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.owners = owners;
        this.clock = clock;
        this.alone = givenDatabase.isBlank();
    }

    /** Whether the business has a real bot. */
    @Transactional(readOnly = true)
    public boolean connected(BusinessId business) {
        return bot(business).isPresent();
    }

    @Transactional(readOnly = true)
    public Optional<Bot> bot(BusinessId business) {
        return jdbc.sql("""
                        select bot_id, username, next_update, broken, connected_at from messaging.telegram_bot
                         where business_id = :business
                        """)
                .param("business", business.value())
                .query(Bot.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<BotToken> token(BusinessId business) {
        return settings.secret(business, TOKEN).flatMap(BotToken::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> link(BusinessId business, String payload) {
        return bot(business)
                .filter(it -> !it.username().isEmpty())
                .map(it -> "https://t.me/" + it.username() + "?start=" + payload);
    }

    /**
     * From now on this is the bot of the business; another one before it is taken leave of. Its name is asked for later.
     *
     * @throws BotTaken when another business of this installation has the bot
     */
    void connect(BusinessId business, BotToken token) {
        owners.claim(business, token.botId());
        token(business)
                .filter(it -> !it.equals(token))
                .ifPresent(it -> settings.keepSecret(business, FORMER, it.secret()));
        jdbc.sql("delete from messaging.telegram_bot where business_id = :business and bot_id <> :bot")
                .param("business", business.value())
                .param("bot", token.botId())
                .update();
        jdbc.sql("""
                        insert into messaging.telegram_bot (business_id, bot_id, username, connected_at)
                        values (:business, :bot, '', :now)
                        on conflict (business_id, bot_id) do update set broken = null, broken_at = null
                        """)
                .param("business", business.value())
                .param("bot", token.botId())
                .param("now", Sql.at(clock.instant()))
                .update();
        settings.keepSecret(business, TOKEN, token.secret());
    }

    /** Takes the bot away; its id, when there was one. */
    Optional<String> disconnect(BusinessId business) {
        Optional<String> bot = bot(business).map(Bot::botId);
        token(business).ifPresent(it -> settings.keepSecret(business, FORMER, it.secret()));
        jdbc.sql("delete from messaging.telegram_bot where business_id = :business")
                .param("business", business.value())
                .update();
        settings.keepSecret(business, TOKEN, "");
        owners.release(business);
        return bot;
    }

    /** What Telegram calls the bot. */
    void named(BusinessId business, String username) {
        jdbc.sql("update messaging.telegram_bot set username = :username where business_id = :business")
                .param("username", username)
                .param("business", business.value())
                .update();
    }

    /** A bot that was taken away and has not been taken leave of; what it does in another business by now is no longer ours to end. */
    @Transactional(readOnly = true)
    Optional<BotToken> former(BusinessId business) {
        return settings.secret(business, FORMER)
                .flatMap(BotToken::of)
                .filter(it -> !owners.elsewhere(business, it.botId()));
    }

    void forgetFormer(BusinessId business) {
        settings.keepSecret(business, FORMER, "");
    }

    /** Why Telegram refuses the bot, or null when it works again. */
    void broken(BusinessId business, @Nullable String why) {
        jdbc.sql("""
                        update messaging.telegram_bot
                           set broken = :why, broken_at = case when cast(:why as text) is null then null else :now end
                         where business_id = :business and broken is distinct from :why
                        """)
                .param("why", why)
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .update();
    }

    /**
     * Takes or keeps the right to poll for that long; false while another living process holds it. With the embedded database no other process can be
     * alive, so that the lease of a killed one is void at once.
     */
    boolean lease(BusinessId business, String process, Duration time) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update messaging.telegram_bot set leased_by = :process, leased_until = :until
                         where business_id = :business
                           and (:alone or leased_by is null or leased_by = :process or leased_until < :now)
                        """)
                        .param("process", process)
                        .param("until", Sql.at(now.plus(time)))
                        .param("business", business.value())
                        .param("alone", alone)
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    void release(BusinessId business, String process) {
        jdbc.sql("""
                        update messaging.telegram_bot set leased_by = null, leased_until = null
                         where business_id = :business and leased_by = :process
                        """)
                .param("business", business.value())
                .param("process", process)
                .update();
    }

    /** Everything before this number is kept. */
    void confirmed(BusinessId business, long nextUpdate) {
        jdbc.sql("update messaging.telegram_bot set next_update = :next where business_id = :business")
                .param("next", nextUpdate)
                .param("business", business.value())
                .update();
    }
}
