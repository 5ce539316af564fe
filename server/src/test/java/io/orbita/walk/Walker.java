package io.orbita.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the bot: speaks real Telegram updates, reads Bot API messages, presses what they offer. Each update is sent twice, as Telegram may. What an update needs to be answered (waiting, or
 * doing due work in a test) is the caller's {@code settle}.
 */
public final class Walker {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What to answer, by what the question says; a value in brackets is pressed, others are typed. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("Ваш пол", "[Женский]"),
            Map.entry("полных лет", "32"),
            Map.entry("опыт тренировок", "[Новичок]"),
            Map.entry("Какая у вас цель", "[Похудение]"),
            Map.entry("Какой у вас рост", "1,68 м"),
            Map.entry("Какой у вас вес", "64,5 кг"),
            Map.entry("обычный день", "[Сидячий]"),
            Map.entry("Сколько дней в неделю", "[3]"),
            Map.entry("Где будете", "[Дом]"));

    private final Messenger messenger;
    private final long chat;
    private final String name;
    private final Runnable settle;
    private String nick = "";
    private long update;
    private long message = 1;

    /** The app that the client holds in hand. */
    public interface Messenger {
        /** Takes an update to the bot. */
        void deliver(String update);

        /** All messages of the bot to the chat as the Bot API shows them, oldest first. */
        List<JsonNode> messages(long chat);

        /** The bytes of the document of a message. */
        byte[] file(JsonNode message);

        /** Opens the sandbox's till. */
        default void pay(String publicId, String outcome) {
            throw new UnsupportedOperationException("no sandbox behind this messenger");
        }
    }

    public Walker(String base, String business, long chat, String name, Runnable settle) {
        this(new SandboxMessenger(base, business), chat, name, settle);
    }

    public Walker(Messenger messenger, long chat, String name, Runnable settle) {
        this.messenger = messenger;
        this.chat = chat;
        this.name = name;
        this.settle = settle;
        this.update = chat * 1_000;
    }

    /** A client with a nick, whose updates are numbered as Telegram does it, which is not by chat. */
    public Walker(
            String base, String business, long chat, String name, String nick, long firstUpdate, Runnable settle) {
        this(base, business, chat, name, settle);
        this.nick = nick;
        this.update = firstUpdate;
    }

    /** Sends a text or a command. */
    public void say(String text) {
        send(message(Map.of("text", text)));
    }

    /** Sends a photo where a text was asked for. */
    public void photo() {
        send(message(
                Map.of("photo", List.of(Map.of("file_id", "f", "file_unique_id", "u", "width", 90, "height", 90)))));
    }

    /** Presses the newest button whose label contains the text. */
    public void press(String label) {
        press(buttons().stream()
                .filter(button -> button.label().contains(label) && button.data() != null)
                .reduce((before, later) -> later)
                .orElseThrow(() -> new AssertionError("no button «" + label + "» in " + texts())));
    }

    /** Presses a button that was seen before. */
    public void press(Button button) {
        send(Map.of(
                "update_id",
                ++update,
                "callback_query",
                Map.of(
                        "id",
                        String.valueOf(update),
                        "from",
                        from(),
                        "chat_instance",
                        "1",
                        "data",
                        String.valueOf(button.data()),
                        "message",
                        Map.of("message_id", button.message(), "date", 0, "chat", chat()))));
    }

    /** A button under a message of the bot. */
    public record Button(
            long message,
            String label,
            @Nullable String data,
            @Nullable String url) {}

    /** All that the bot has sent, oldest first. */
    public List<JsonNode> messages() {
        settle.run();
        return messenger.messages(chat);
    }

    /** All texts and captions that the bot has sent. */
    public List<String> texts() {
        return messages().stream().map(Walker::text).toList();
    }

    /** The newest text. */
    public String lastText() {
        List<String> texts = texts();
        return texts.isEmpty() ? "" : texts.getLast();
    }

    /** All buttons that the bot has offered, oldest first. */
    public List<Button> buttons() {
        List<Button> buttons = new ArrayList<>();
        for (JsonNode one : messages()) {
            one.path("reply_markup")
                    .path("inline_keyboard")
                    .forEach(row -> row.forEach(button -> buttons.add(new Button(
                            one.path("message_id").asLong(),
                            button.path("text").asString(),
                            button.has("callback_data")
                                    ? button.path("callback_data").asString()
                                    : null,
                            button.has("url") ? button.path("url").asString() : null))));
        }
        return buttons;
    }

    /** The documents that have arrived, oldest first. */
    public List<byte[]> documents() {
        return messages().stream()
                .filter(one -> one.has("document"))
                .map(messenger::file)
                .toList();
    }

    /** How many updates were sent, each counted once. */
    public long updatesSent() {
        return update - chat * 1_000;
    }

    /** How many documents have arrived. */
    public long documentCount() {
        return messages().stream().filter(one -> one.has("document")).count();
    }

    /** The public id in the newest link to the sandbox's till. */
    public Optional<String> linkToPay() {
        return buttons().stream()
                .map(button -> String.valueOf(button.url()))
                .filter(url -> url.contains("/sandbox/pay/"))
                .reduce((before, later) -> later)
                .map(url -> url.substring(url.lastIndexOf('/') + 1));
    }

    /** From the menu to the end of the questionnaire; goes on wherever it stands. */
    public void answerAll() {
        for (int i = 0; i < 40; i++) {
            if (!answer()) {
                return;
            }
        }
        throw new AssertionError("the questionnaire does not end: " + texts());
    }

    /** Answers the newest question; false when it is none. */
    public boolean answer() {
        return answer(messages().getLast());
    }

    private boolean answer(JsonNode question) {
        String text = text(question);
        List<Button> offered = buttons().stream()
                .filter(button ->
                        button.message() == question.path("message_id").asLong())
                .toList();
        Optional<String> known = ANSWERS.entrySet().stream()
                .filter(answer -> text.contains(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (known.isPresent() && known.get().startsWith("[")) {
            press(known.get().substring(1, known.get().length() - 1));
        } else if (known.isPresent()) {
            say(known.get());
        } else {
            Optional<Button> next = offered.stream()
                    .filter(button -> button.label().contains("Готово")
                            || button.label().contains("Соглас")
                            || button.label().contains("соглас")
                            || button.label().contains("Нет")
                            || button.label().contains("Пропустить"))
                    .findFirst();
            if (next.isEmpty()) {
                return false;
            }
            press(next.get());
        }
        return true;
    }

    private static String text(JsonNode message) {
        return message.has("text")
                ? message.path("text").asString()
                : message.path("caption").asString("");
    }

    private Map<String, Object> message(Map<String, Object> what) {
        Map<String, Object> body = new java.util.LinkedHashMap<>(what);
        body.put("message_id", ++message);
        body.put("date", 1_795_168_800);
        body.put("from", from());
        body.put("chat", chat());
        return Map.of("update_id", ++update, "message", body);
    }

    private Map<String, Object> from() {
        return nick.isEmpty()
                ? Map.of("id", chat, "is_bot", false, "first_name", name, "language_code", "ru")
                : Map.of("id", chat, "is_bot", false, "first_name", name, "username", nick, "language_code", "ru");
    }

    private Map<String, Object> chat() {
        return Map.of("id", chat, "type", "private", "first_name", name);
    }

    private void send(Object update) {
        String body = JSON.writeValueAsString(update);
        messenger.deliver(body);
        messenger.deliver(body);
        settle.run();
    }

    /** Pays at the sandbox's till. */
    public void pay(String publicId, String outcome) {
        messenger.pay(publicId, outcome);
        settle.run();
    }
}
