package io.orbita.messaging.telegram;

import io.orbita.businesses.Audit;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.telegram.TelegramBotAdmin.Reply;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Connects a business with its bot, and takes it away again. Telegram is asked first, outside any transaction. */
@Component
class TelegramConnection {
    private static final List<Map.Entry<String, String>> COMMANDS = List.of(
            Map.entry("start", "Начать"),
            Map.entry("help", "Что умеет бот"),
            Map.entry("stop", "Не присылать напоминания"));

    private final TelegramBots bots;
    private final TelegramLine line;
    private final DueWork due;
    private final Audit audit;
    private final TransactionTemplate transaction;

    TelegramConnection(
            TelegramBots bots, TelegramLine line, DueWork due, Audit audit, TransactionTemplate transaction) {
        this.bots = bots;
        this.line = line;
        this.due = due;
        this.audit = audit;
        this.transaction = transaction;
    }

    void connect(BusinessId business, String text, String by) {
        BotToken token = BotToken.of(text).orElseThrow(TelegramConnection::wrong);
        var admin = new TelegramBotAdmin(line, token);
        TelegramBotAdmin.Bot bot = switch (admin.whoAmI()) {
            case Reply.Ok<TelegramBotAdmin.Bot> ok -> ok.value();
            case Reply.Failed<TelegramBotAdmin.Bot> failed -> throw refusal(failed.outcome());
            case Reply.Conflict<TelegramBotAdmin.Bot> conflict -> throw new TelegramUnavailable();
        };
        admin.setCommands(COMMANDS);
        transaction.executeWithoutResult(status -> {
            bots.connect(business, token, bot.username());
            due.now(TelegramWatch.KIND, business, token.botId());
            audit.record(business, by, "messaging.telegram-connect", token.botId(), Map.of());
        });
    }

    void disconnect(BusinessId business, String by) {
        bots.token(business).ifPresent(token -> new TelegramBotAdmin(line, token).deleteWebhook());
        transaction.executeWithoutResult(status -> bots.bot(business).ifPresent(bot -> {
            due.cancel(TelegramWatch.KIND, business, bot.botId());
            bots.disconnect(business);
            audit.record(business, by, "messaging.telegram-disconnect", bot.botId(), Map.of());
        }));
    }

    private static RuntimeException refusal(Outcome outcome) {
        return outcome instanceof Outcome.BotBroken ? wrong() : new TelegramUnavailable();
    }

    private static Invalid wrong() {
        return new Invalid("token", "refused", "Telegram не знает такого токена. Скопируйте его из BotFather целиком");
    }
}
