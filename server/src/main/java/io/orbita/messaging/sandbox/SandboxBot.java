package io.orbita.messaging.sandbox;

import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's bot from inside the process: what its HTTP addresses do, for sample conversations. */
@Component
public class SandboxBot {
    private static final int MOST = 200;

    private final SandboxIntake intake;
    private final SandboxChats chats;
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    SandboxBot(SandboxIntake intake, SandboxChats chats) {
        this.intake = intake;
        this.chats = chats;
    }

    /** Takes one Telegram {@code Update}; a repeated {@code update_id} changes nothing. */
    public void take(BusinessId business, JsonNode update) {
        intake.take(business, update);
    }

    /** What the bot said in the chat after that message, the oldest first, as {@code Message} objects of the Bot API; at most 200. */
    public List<JsonNode> messages(BusinessId business, long chat, long after) {
        return chats.after(business, Long.toString(chat), after, MOST).stream()
                .<JsonNode>map(json::valueToTree)
                .toList();
    }
}
