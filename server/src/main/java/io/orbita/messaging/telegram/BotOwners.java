package io.orbita.messaging.telegram;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which business of this installation has which bot; a table of the platform, since no tenant sees the rows of another. It goes by the id of the bot and
 * not by the token: a new token of the same bot is the same stream of updates.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BotOwners {
    private final JdbcClient jdbc;
    private final Clock clock;

    BotOwners(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The bot is the business's own from now on, and the only one.
     *
     * @throws BotTaken when another business has it; of two that ask at once the first to commit gets it
     */
    void claim(BusinessId business, String bot) {
        jdbc.sql("delete from messaging.bot_owner where business_id = :business and bot_id <> :bot")
                .param("business", business.value())
                .param("bot", bot)
                .update();
        jdbc.sql("""
                        insert into messaging.bot_owner (bot_id, business_id, since) values (:bot, :business, :now)
                        on conflict (bot_id) do nothing
                        """)
                .param("bot", bot)
                .param("business", business.value())
                .param("now", Sql.at(clock.instant()))
                .update();
        if (!has(business, bot)) {
            throw new BotTaken();
        }
    }

    /** The business has no bot any more. */
    void release(BusinessId business) {
        jdbc.sql("delete from messaging.bot_owner where business_id = :business")
                .param("business", business.value())
                .update();
    }

    /** Whether another business has the bot by now. */
    boolean elsewhere(BusinessId business, String bot) {
        return jdbc.sql(
                        "select exists (select 1 from messaging.bot_owner where bot_id = :bot and business_id <> :business)")
                .param("bot", bot)
                .param("business", business.value())
                .query(Boolean.class)
                .single();
    }

    private boolean has(BusinessId business, String bot) {
        return jdbc.sql(
                        "select exists (select 1 from messaging.bot_owner where bot_id = :bot and business_id = :business)")
                .param("bot", bot)
                .param("business", business.value())
                .query(Boolean.class)
                .single();
    }
}
