package io.orbita.messaging.telegram;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** Our client against a server that behaves as Telegram does. */
abstract class TelegramContract {
    static final String VERA = "515000777";
    static final byte[] PDF = "%PDF-1.7 программа".getBytes(StandardCharsets.UTF_8);

    final FakeTelegram server = new FakeTelegram();
    final FakeBot telegram = server.newBot();
    final TelegramLine line = new TelegramLine(impatient(server.url()));
    final BotToken token = BotToken.of(telegram.token()).orElseThrow();
    final TelegramBotClient bot = new TelegramBotClient(line, token);
    final TelegramBotAdmin admin = new TelegramBotAdmin(line, token);

    @AfterEach
    void stop() {
        line.close();
        server.close();
    }

    static TelegramProperties impatient(URI url) {
        var short_ = Duration.ofMillis(500);
        return new TelegramProperties(url, null, short_, short_, short_, Duration.ofSeconds(5));
    }
}
