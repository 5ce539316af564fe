package io.orbita.messaging;

import io.orbita.World;
import io.orbita.businesses.Business;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person in a private chat: makes real updates, and talks to the sandbox's bot. */
public final class Chat {
    private static final AtomicLong NUMBERS = new AtomicLong(7_000_000);
    private static final JsonMapper JSON = new JsonMapper();

    private final World world;
    private final Business business;
    private final long id;

    public Chat(World world, Business business) {
        this.world = world;
        this.business = business;
        this.id = NUMBERS.incrementAndGet();
    }

    public long id() {
        return id;
    }

    public String text(String words) {
        return update("message", "\"text\":" + JSON.writeValueAsString(words));
    }

    public String press(String data, long onMessage) {
        long number = NUMBERS.incrementAndGet();
        return """
                {"update_id":%d,"callback_query":{"id":"cb%d","from":%s,"chat_instance":"1","data":"%s",
                 "message":{"message_id":%d,"date":1790000000,"chat":{"id":%d,"type":"private"}}}}
                """.formatted(number, number, from(), data, onMessage, id);
    }

    public String blocked(boolean blocked) {
        return """
                {"update_id":%d,"my_chat_member":{"from":%s,"chat":{"id":%d,"type":"private"},"date":1790000000,
                 "new_chat_member":{"status":"%s"}}}
                """.formatted(NUMBERS.incrementAndGet(), from(), id, blocked ? "kicked" : "member");
    }

    /** Any message with these fields. */
    public String update(String kind, String fields) {
        long number = NUMBERS.incrementAndGet();
        return """
                {"update_id":%d,"%s":{"message_id":%d,"date":1790000000,"from":%s,"chat":{"id":%d,"type":"private"},%s}}
                """.formatted(number, kind, number, from(), id, fields);
    }

    /** Posts an update to the sandbox; the status of the answer. */
    public int post(String update) {
        return world.post("/api/sandbox/bot/" + business.slug() + "/updates", null, update)
                .status();
    }

    /** What the sandbox's bot said after that message. */
    public List<JsonNode> messages(long after) {
        return world.get("/api/sandbox/bot/" + business.slug() + "/messages?chat_id=" + id + "&after=" + after, null)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private String from() {
        return "{\"id\":%d,\"is_bot\":false,\"first_name\":\"Вера\",\"last_name\":\"Лисова\"}".formatted(id);
    }
}
