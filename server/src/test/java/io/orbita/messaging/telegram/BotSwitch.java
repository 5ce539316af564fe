package io.orbita.messaging.telegram;

import io.orbita.businesses.Business;
import io.orbita.platform.tenancy.Tenancy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Connects businesses of tests with bots of the fake, without signing in. */
public class BotSwitch {
    private final TelegramIntegration integration;
    private final TelegramReception reception;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Set<Business> connected = new HashSet<>();

    BotSwitch(
            TelegramIntegration integration,
            TelegramReception reception,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.integration = integration;
        this.reception = reception;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    public void connect(Business business, FakeBot bot) {
        connected.add(business);
        save(business, bot.token());
    }

    public void disconnect(Business business) {
        save(business, "");
    }

    private void save(Business business, String token) {
        Tenancy.run(
                business.id(),
                () -> transaction.executeWithoutResult(
                        status -> integration.save(business.id(), Map.of("token", token))));
    }

    /** One question for updates. */
    public void poll(Business business) {
        Tenancy.run(business.id(), () -> reception.poll(business.id(), Duration.ZERO));
    }

    /** What a test connected must not poll on behind the next one. */
    public void disconnectAll() {
        for (var business : connected) {
            save(business, "");
            jdbc.sql("delete from platform.due where business_id = :business")
                    .param("business", business.id().value())
                    .update();
        }
        connected.clear();
    }
}
