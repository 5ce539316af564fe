package io.orbita.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person in the sandbox's chat of a business: what they send are real Telegram updates, what they see are Bot API messages. */
final class BotChat {
    private static final AtomicLong UPDATES = new AtomicLong(1_000);
    private static final AtomicLong CHATS = new AtomicLong(70_000);
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("Ваш пол?", "женский"),
            Map.entry("Сколько вам полных лет?", "32"),
            Map.entry("Какой у вас опыт", "новичок"),
            Map.entry("Какая у вас цель?", "похудение"),
            Map.entry("Какой у вас рост", "168"),
            Map.entry("Какой у вас вес", "64,5"),
            Map.entry("образ жизни", "сидячий"),
            Map.entry("Сколько дней в неделю", "3"),
            Map.entry("Где будете тренироваться?", "дом"),
            Map.entry("из инвентаря", "гантели"),
            Map.entry("по здоровью", "нет"),
            Map.entry("Расскажите в двух словах", "нет"),
            Map.entry("согласие на обработку", "да"),
            Map.entry("по желанию", "нет"));

    private final World world;
    private final Business business;
    final long chat = CHATS.incrementAndGet();
    private long seen;
    private Map<String, Object> last = Map.of();
    List<JsonNode> fresh = List.of();
    private List<JsonNode> all = new ArrayList<>();

    BotChat(World world, Business business) {
        this.world = world;
        this.business = business;
    }

    BotChat types(String text) {
        return message(Map.of("text", text));
    }

    BotChat sends(Map<String, Object> content) {
        return message(content);
    }

    BotChat presses(String label) {
        var message = all.reversed().stream()
                .filter(one -> button(one, label) != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + texts()));
        return pressesOn(message, Objects.requireNonNull(button(message, label)));
    }

    BotChat pressesOn(JsonNode message, String data) {
        var query = new HashMap<String, Object>();
        query.put("id", "cb" + UPDATES.get());
        query.put("from", from());
        query.put("chat_instance", "1");
        query.put("data", data);
        query.put(
                "message",
                Map.of(
                        "message_id", message.path("message_id").asLong(),
                        "date", 1_780_000_000,
                        "chat", Map.of("id", chat, "type", "private")));
        return update(Map.of("callback_query", query));
    }

    BotChat blocks(boolean blocked) {
        var member = Map.of("status", blocked ? "kicked" : "member", "user", Map.of("id", 1, "is_bot", true));
        return update(Map.of(
                "my_chat_member",
                Map.of(
                        "from", from(),
                        "chat", Map.of("id", chat, "type", "private"),
                        "date", 1_780_000_000,
                        "old_chat_member", Map.of("status", "member"),
                        "new_chat_member", member)));
    }

    /** The same update once more, as Telegram does when it got no answer. */
    BotChat again() {
        deliver(last);
        return this;
    }

    /** Answers as usual until something that the bot has just said holds the words. */
    BotChat upTo(String words) {
        for (int i = 0; i < 30 && texts().stream().noneMatch(said -> said.contains(words)); i++) {
            String question = text();
            types(USUAL.entrySet().stream()
                    .filter(entry -> question.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no answer to " + question)));
        }
        assertThat(texts()).anyMatch(said -> said.contains(words));
        return this;
    }

    BotChat begins() {
        return types("/start").presses("Получить бесплатную программу");
    }

    String text() {
        return all.isEmpty() ? "" : words(all.getLast());
    }

    List<String> texts() {
        return fresh.stream().map(BotChat::words).toList();
    }

    List<String> labels() {
        return all.getLast()
                .path("reply_markup")
                .path("inline_keyboard")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(button -> button.path("text").asString())
                .toList();
    }

    JsonNode lastMessage() {
        return all.getLast();
    }

    private BotChat message(Map<String, Object> content) {
        var message = new HashMap<String, Object>(content);
        message.put("message_id", UPDATES.get());
        message.put("date", 1_780_000_000);
        message.put("from", from());
        message.put("chat", Map.of("id", chat, "type", "private"));
        return update(Map.of("message", message));
    }

    private BotChat update(Map<String, Object> content) {
        world.clock().advance(Duration.ofSeconds(5));
        last = new HashMap<>(content);
        last.put("update_id", UPDATES.incrementAndGet());
        deliver(last);
        return this;
    }

    private void deliver(Map<String, Object> update) {
        var taken = world.post("/api/sandbox/bot/" + business.slug() + "/updates", null, update);
        assertThat(taken.status()).isEqualTo(202);
        look();
    }

    /** Lets everything that is due happen, and reads what is new in the chat. */
    void look() {
        world.drain();
        var read = world.get(
                "/api/sandbox/bot/" + business.slug() + "/messages?chat_id=" + chat + "&limit=200&after=0", null);
        var before = seen;
        all = read.body().path("items").valueStream().toList();
        fresh = all.stream()
                .filter(message -> message.path("message_id").asLong() > before)
                .toList();
        seen = all.isEmpty() ? 0 : all.getLast().path("message_id").asLong();
    }

    private Map<String, Object> from() {
        return Map.of("id", chat, "is_bot", false, "first_name", "Анна", "username", "anna" + chat);
    }

    private static String words(JsonNode message) {
        return message.path("text").asString(message.path("caption").asString(""));
    }

    private static @Nullable String button(JsonNode message, String label) {
        return message.path("reply_markup")
                .path("inline_keyboard")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(button -> {
                    String text = button.path("text").asString();
                    return text.equals(label) || text.equals("☐ " + label) || text.equals("☑ " + label);
                })
                .map(button -> button.path("callback_data").asString(null))
                .findFirst()
                .orElse(null);
    }
}
