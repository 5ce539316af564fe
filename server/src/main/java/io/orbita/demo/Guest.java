package io.orbita.demo;

import io.orbita.clients.Identity;
import io.orbita.messaging.sandbox.SandboxBot;
import io.orbita.platform.tenancy.BusinessId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A client in the sandbox's chat who answers what the bot asks; speaks Telegram's updates, as a real one would. */
final class Guest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TILL = "/sandbox/pay/";
    private static final int SCREEN = 12;

    /**
     * Who it is.
     *
     * @param phone what staff hear when they ask for it
     * @param answers by a piece of the question: what is pressed when a button says so, else typed
     */
    record Person(String name, String surname, Identity phone, Map<String, String> answers) {
        String fullName() {
            return name + " " + surname;
        }
    }

    private final SandboxBot bot;
    private final BusinessId business;
    private final long chat;
    private final Person person;
    private final Set<Long> ticked = new HashSet<>();
    private long updates;
    private long scrolledPast;

    Guest(SandboxBot bot, BusinessId business, long chat, Person person) {
        this.bot = bot;
        this.business = business;
        this.chat = chat;
        this.person = person;
    }

    void say(String text) {
        ObjectNode update = update();
        ObjectNode message = update.putObject("message").put("text", text);
        about(message);
        bot.take(business, update);
    }

    /** Presses the newest button whose label contains this; does nothing when there is none, as for a person who does not find it. */
    void press(String label) {
        press(button -> button.contains(label));
    }

    /** As {@link #press(String)}, the whole label; whether there was one. */
    boolean pressExactly(String label) {
        return press(label::equals);
    }

    private boolean press(Predicate<String> label) {
        Optional<Press> found = messages().reversed().stream()
                .flatMap(message -> buttons(message)
                        .filter(button -> label.test(button.path("text").asString("")) && button.has("callback_data"))
                        .map(button -> new Press(message, button)))
                .findFirst();
        found.ifPresent(this::press);
        return found.isPresent();
    }

    /** Answers the newest question, if it is one that this person has an answer to. */
    void answer() {
        List<JsonNode> all = messages();
        if (all.isEmpty()) {
            return;
        }
        JsonNode question = all.getLast();
        String text = question.path("text").asString("");
        person.answers().entrySet().stream()
                .filter(answer -> text.contains(answer.getKey()))
                .findFirst()
                .ifPresent(answer -> give(question, answer.getValue()));
    }

    private void give(JsonNode question, String answer) {
        List<JsonNode> offered = buttons(question).toList();
        long id = question.path("message_id").asLong();
        offered.stream()
                .filter(button -> button.path("text").asString("").contains(answer))
                .findFirst()
                .filter(button -> ticked.add(id))
                .or(() -> offered.stream()
                        .filter(button -> button.path("text").asString("").contains("Готово"))
                        .findFirst())
                .ifPresentOrElse(button -> press(new Press(question, button)), () -> say(answer));
    }

    /** The public id behind the newest link to the sandbox's till; empty when there is none. */
    Stream<String> order() {
        return messages().reversed().stream()
                .flatMap(Guest::buttons)
                .map(button -> button.path("url").asString(""))
                .filter(url -> url.contains(TILL))
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .limit(1);
    }

    private record Press(JsonNode message, JsonNode button) {}

    private void press(Press press) {
        ObjectNode update = update();
        ObjectNode query = update.putObject("callback_query")
                .put("id", chat + "-" + updates)
                .put("chat_instance", "1")
                .put("data", press.button().path("callback_data").asString());
        query.set("from", from());
        ObjectNode message = query.putObject("message")
                .put("message_id", press.message().path("message_id").asLong())
                .put("date", 0);
        message.putObject("chat").put("id", chat).put("type", "private");
        bot.take(business, update);
    }

    /** The last some, as a person sees them without scrolling. */
    private List<JsonNode> messages() {
        List<JsonNode> shown = bot.messages(business, chat, scrolledPast);
        if (shown.size() > SCREEN) {
            scrolledPast =
                    shown.get(shown.size() - SCREEN - 1).path("message_id").asLong();
        }
        return shown;
    }

    /** Who it is in the chats of the sandbox. */
    Identity identity() {
        return new Identity(Identity.Kind.SANDBOX, Long.toString(chat));
    }

    long chat() {
        return chat;
    }

    Person person() {
        return person;
    }

    private static Stream<JsonNode> buttons(JsonNode message) {
        return message.path("reply_markup")
                .path("inline_keyboard")
                .valueStream()
                .flatMap(JsonNode::valueStream);
    }

    private ObjectNode update() {
        return JSON.createObjectNode().put("update_id", chat * 1_000 + ++updates);
    }

    private void about(ObjectNode message) {
        message.put("message_id", updates).put("date", 0);
        message.set("from", from());
        message.putObject("chat").put("id", chat).put("type", "private").put("first_name", person.name());
    }

    private ObjectNode from() {
        return JSON.createObjectNode()
                .put("id", chat)
                .put("is_bot", false)
                .put("first_name", person.name())
                .put("last_name", person.surname())
                .put("language_code", "ru");
    }
}
