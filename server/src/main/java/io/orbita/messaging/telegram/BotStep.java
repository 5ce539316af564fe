package io.orbita.messaging.telegram;

import io.orbita.businesses.Businesses;
import io.orbita.businesses.spi.Integration.Finding;
import io.orbita.businesses.spi.SetUpStep;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;

/** The set-up list: a bot that talks with clients. */
@Component
class BotStep implements SetUpStep {
    private final TelegramBots bots;
    private final TelegramIntegration telegram;
    private final Businesses businesses;

    BotStep(TelegramBots bots, TelegramIntegration telegram, Businesses businesses) {
        this.bots = bots;
        this.telegram = telegram;
        this.businesses = businesses;
    }

    @Override
    public String name() {
        return "bot";
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public boolean optional() {
        return false;
    }

    @Override
    public boolean done(BusinessId business) {
        return businesses.get(business).sandbox() || bots.connected(business);
    }

    @Override
    public Finding check(BusinessId business) {
        return businesses.get(business).sandbox()
                ? new Finding(true, "Учебный бот отвечает на странице «Бот».")
                : telegram.test(business);
    }
}
