package io.orbita.messaging.inbox;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.messaging.Chat;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.ScriptedAnswerer;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A business with a person who writes to its bot, and a manager who reads the inbox. */
abstract class InboxOfABusiness {
    final World world;
    final Messaging messaging;
    final Clients clients;
    final ScriptedAnswerer answerer;
    final SaidByClients personalData;
    final JdbcClient jdbc;
    final Business business;
    final Chat vera;
    final String manager;

    InboxOfABusiness(
            World world,
            Messaging messaging,
            Clients clients,
            ScriptedAnswerer answerer,
            SaidByClients personalData,
            JdbcClient jdbc) {
        this.world = world;
        this.messaging = messaging;
        this.clients = clients;
        this.answerer = answerer;
        this.personalData = personalData;
        this.jdbc = jdbc;
        this.business = world.withoutReminders(world.business());
        this.vera = new Chat(world, business);
        this.manager = world.token(business, Role.MANAGER);
    }

    ClientId meet(Chat person) {
        say(person, "привет");
        var heard = answerer.heard(business.id()).getLast();
        return world.in(business, () -> {
            var client = clients.arrive(
                            business.id(),
                            new Identity(Identity.Kind.SANDBOX, heard.sender()),
                            new Newcomer("Вера", null, "telegram", Map.of()),
                            "bot")
                    .client();
            messaging.belongsTo(
                    business.id(), new ConversationId(heard.conversation().value()), client);
            return client;
        });
    }

    void say(Chat chat, String text) {
        chat.post(chat.text(text));
        world.drain();
    }

    List<JsonNode> conversations() {
        return world.get("/api/conversations", manager)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    List<JsonNode> messages(JsonNode conversation) {
        return world.get(path(conversation) + "/messages", manager)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    static String path(JsonNode conversation) {
        return "/api/conversations/" + conversation.path("id").longValue();
    }
}
