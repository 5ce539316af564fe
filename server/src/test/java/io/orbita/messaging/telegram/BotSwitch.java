package io.orbita.messaging.telegram;

import io.orbita.businesses.Business;
import io.orbita.platform.tenancy.Tenancy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connects businesses of tests with bots of the fake, without signing in. */
public class BotSwitch {
    private final TelegramConnection connection;
    private final TelegramReception reception;
    private final JdbcClient jdbc;
    private final Set<Business> connected = new HashSet<>();

    BotSwitch(TelegramConnection connection, TelegramReception reception, JdbcClient jdbc) {
        this.connection = connection;
        this.reception = reception;
        this.jdbc = jdbc;
    }

    public void connect(Business business, FakeBot bot) {
        connected.add(business);
        Tenancy.run(business.id(), () -> connection.connect(business.id(), bot.token(), "test"));
    }

    /** One question for updates. */
    public void poll(Business business) {
        Tenancy.run(business.id(), () -> reception.poll(business.id(), Duration.ZERO));
    }

    /** What a test connected must not poll on behind the next one. */
    public void disconnectAll() {
        for (var business : connected) {
            Tenancy.run(business.id(), () -> connection.disconnect(business.id(), "test"));
            jdbc.sql("delete from platform.due where business_id = :business")
                    .param("business", business.id().value())
                    .update();
        }
        connected.clear();
    }
}
