package io.orbita.payments;

import io.orbita.messaging.telegram.FakeBot;
import io.orbita.messaging.telegram.FakeMessage;
import io.orbita.walk.Walker;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's Telegram, in front of a bot of the fake. */
record TelegramMessenger(FakeBot bot) implements Walker.Messenger {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void deliver(String update) {
        bot.happen(update);
    }

    @Override
    public List<JsonNode> messages(long chat) {
        return bot.messages().stream()
                .filter(message -> message.chat() == chat)
                .map(TelegramMessenger::shown)
                .toList();
    }

    @Override
    public byte[] file(JsonNode message) {
        return bot.messages().stream()
                .filter(one -> one.id() == message.path("message_id").asLong())
                .map(one -> Objects.requireNonNull(one.file()).bytes())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode shown(FakeMessage message) {
        var json = JSON.createObjectNode().put("message_id", message.id());
        json.put(message.file() == null ? "text" : "caption", message.text());
        if (message.file() != null) {
            json.putObject("document").put("file_name", message.file().name());
        }
        if (message.markup() != null) {
            json.set("reply_markup", message.markup());
        }
        return json;
    }
}
