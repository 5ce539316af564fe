package io.orbita.messaging.telegram;

import io.orbita.businesses.Businesses;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.telegram.TelegramBotAdmin.RawUpdate;
import io.orbita.messaging.telegram.TelegramBotAdmin.Reply;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.tenancy.BusinessId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How updates of a bot come in: asked for, or pushed to an address that only Telegram can use. */
@Component
class TelegramReception {
    private static final String PURPOSE = "messaging.telegram-webhook";

    private final TelegramBots bots;
    private final TelegramIntake intake;
    private final TelegramLine line;
    private final Businesses businesses;
    private final Vault vault;
    private final String publicUrl;

    TelegramReception(
            TelegramBots bots,
            TelegramIntake intake,
            TelegramLine line,
            Businesses businesses,
            Vault vault,
            @Value("${orbita.public-url:http://localhost:8080}") String publicUrl) {
        this.bots = bots;
        this.intake = intake;
        this.line = line;
        this.businesses = businesses;
        this.vault = vault;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The address for pushed updates; empty when we cannot be reached over https on a port that Telegram calls. */
    Optional<String> webhook(BusinessId business) {
        var url = URI.create(publicUrl);
        boolean reachable = "https".equals(url.getScheme())
                && url.getHost() != null
                && List.of(-1, 443, 80, 88, 8443).contains(url.getPort())
                && !List.of("localhost", "127.0.0.1").contains(url.getHost());
        return reachable
                ? Optional.of(publicUrl + "/api/telegram/webhook/"
                        + businesses.get(business).publicKey())
                : Optional.empty();
    }

    /** Telegram pushes to that address from now on, if it does not already. */
    Reply<Boolean> ensureWebhook(BusinessId business, String url) {
        Optional<BotToken> token = bots.token(business);
        if (token.isEmpty()) {
            return unconnected();
        }
        var admin = new TelegramBotAdmin(line, token.get());
        return admin.webhook() instanceof Reply.Ok<TelegramBotAdmin.Webhook> set
                        && set.value().url().equals(url)
                ? new Reply.Ok<>(true)
                : admin.setWebhook(url, secret(business, token.get().botId()));
    }

    /** Asks for updates, and keeps what came. */
    Reply<List<RawUpdate>> poll(BusinessId business, Duration patience) {
        Optional<BotToken> token = bots.token(business);
        Optional<TelegramBots.Bot> bot = bots.bot(business);
        if (token.isEmpty() || bot.isEmpty()) {
            return unconnected();
        }
        var reply = new TelegramBotAdmin(line, token.get()).updates(bot.get().nextUpdate(), patience);
        if (reply instanceof Reply.Ok<List<RawUpdate>> updates
                && !updates.value().isEmpty()) {
            intake.take(business, bot.get(), updates.value());
        }
        return reply;
    }

    /** Asks for the bot's name, and gives it its menu of commands. */
    Reply<TelegramBotAdmin.Bot> introduce(BusinessId business) {
        Optional<BotToken> token = bots.token(business);
        if (token.isEmpty()) {
            return unconnected();
        }
        var admin = new TelegramBotAdmin(line, token.get());
        var reply = admin.whoAmI();
        if (reply instanceof Reply.Ok<TelegramBotAdmin.Bot> bot) {
            bots.named(business, bot.value().username());
            admin.setCommands(BotMenu.COMMANDS);
        }
        return reply;
    }

    /** A bot that was taken away pushes to us no more. */
    void farewell(BusinessId business) {
        bots.former(business).ifPresent(token -> {
            new TelegramBotAdmin(line, token).deleteWebhook();
            bots.forgetFormer(business);
        });
    }

    void dropWebhook(BusinessId business) {
        bots.token(business).ifPresent(token -> new TelegramBotAdmin(line, token).deleteWebhook());
    }

    /** What Telegram sends along with pushed updates; nobody else can know it. */
    String secret(BusinessId business, String botId) {
        return vault.sign(PURPOSE, business + ":" + botId);
    }

    boolean genuine(BusinessId business, String botId, String secret) {
        return vault.signed(PURPOSE, business + ":" + botId, secret);
    }

    private static <T> Reply<T> unconnected() {
        return new Reply.Failed<>(new Outcome.BotBroken("бот не подключён"));
    }
}
