package io.orbita.messaging.telegram;

import io.orbita.businesses.spi.Integration;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.telegram.TelegramBotAdmin.Reply;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The bot of the business, on the page of integrations. */
@Component
class TelegramIntegration implements Integration {
    private static final String TOKEN = "token";

    private final TelegramBots bots;
    private final TelegramLine line;
    private final DueWork due;

    TelegramIntegration(TelegramBots bots, TelegramLine line, DueWork due) {
        this.bots = bots;
        this.line = line;
        this.due = due;
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public String title() {
        return "Бот в Telegram";
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field(TOKEN, "Токен бота из BotFather", true, true));
    }

    @Override
    public Map<String, String> values(BusinessId business) {
        return Map.of();
    }

    @Override
    public List<String> secretsSet(BusinessId business) {
        return bots.connected(business) ? List.of(TOKEN) : List.of();
    }

    @Override
    public void save(BusinessId business, Map<String, String> values) {
        var given = values.get(TOKEN);
        if (given == null) {
            return;
        }
        if (given.isBlank()) {
            bots.disconnect(business).ifPresent(bot -> due.now(TelegramWatch.KIND, business, bot));
            return;
        }
        BotToken token = BotToken.of(given)
                .orElseThrow(() -> new Invalid(
                        "values.token",
                        "format",
                        "Это не токен бота. Скопируйте его из BotFather целиком, вместе с двоеточием"));
        bots.connect(business, token);
        due.now(TelegramWatch.KIND, business, token.botId());
    }

    @Override
    public Finding test(BusinessId business) {
        var token = bots.token(business);
        if (token.isEmpty()) {
            return new Finding(false, "Бот не подключён: вставьте токен из BotFather.");
        }
        return switch (new TelegramBotAdmin(line, token.get()).whoAmI()) {
            case Reply.Ok<TelegramBotAdmin.Bot> ok ->
                new Finding(true, "Бот @" + ok.value().username() + " на связи.");
            case Reply.Failed<TelegramBotAdmin.Bot> failed ->
                new Finding(
                        false,
                        failed.outcome() instanceof Outcome.BotBroken
                                ? "Telegram не знает такого токена. Возьмите новый в BotFather."
                                : "Telegram сейчас не отвечает. Попробуйте через минуту.");
            case Reply.Conflict<TelegramBotAdmin.Bot> conflict ->
                new Finding(false, "Telegram сейчас не отвечает. Попробуйте через минуту.");
        };
    }
}
