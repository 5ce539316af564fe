package io.orbita.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.clients.Clients;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.ScriptedAnswerer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stays of what was said: in the history of the client, for ever, and until it is erased. */
@MessagingTest
class WhatWasSaidTests extends InboxOfABusiness {
    WhatWasSaidTests(
            World world,
            Messaging messaging,
            Clients clients,
            ScriptedAnswerer answerer,
            SaidByClients personalData,
            JdbcClient jdbc) {
        super(world, messaging, clients, answerer, personalData, jdbc);
    }

    @Test
    void the_history_of_the_client_tells_what_came_and_what_went() {
        var client = meet(vera);
        say(vera, "Вопрос");
        world.post(path(conversations().getFirst()) + "/messages", manager, Map.of("text", "Ответ"));
        world.drain();
        var lines = world.in(
                business,
                () -> jdbc.sql("""
                        select string_agg(t::text, '') from clients.timeline t
                         where business_id = :business and client_id = :client
                        """)
                        .param("business", business.id().value())
                        .param("client", client.value())
                        .query(String.class)
                        .single());
        assertThat(lines)
                .contains("messaging.in")
                .contains("messaging.out")
                .contains("Вопрос")
                .contains("Ответ");
    }

    @Test
    void a_forgotten_client_leaves_no_words_and_no_names() {
        var client = meet(vera);
        vera.post(
                vera.update("message", "\"contact\":{\"phone_number\":\"79030000001\",\"user_id\":" + vera.id() + "}"));
        world.drain();
        world.post(path(conversations().getFirst()) + "/messages", manager, Map.of("text", "Здравствуйте, Вера"));
        world.drain();
        assertThat(world.in(business, () -> personalData.export(business.id(), client))
                        .toString())
                .contains("привет");
        world.run(business, () -> personalData.erase(business.id(), client));
        assertThat(everything())
                .doesNotContain("привет")
                .doesNotContain("Вера")
                .doesNotContain(Long.toString(vera.id()));
        assertThat(vera.messages(0)).isEmpty();
        say(vera, "кто я?");
        assertThat(conversations()).hasSize(2);
    }

    @Test
    void what_was_said_cannot_be_changed_by_the_application() {
        say(vera, "Здравствуйте");
        for (var statement : List.of(
                "update messaging.message set body = 'x' where business_id = :business",
                "delete from messaging.message where business_id = :business")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> world.run(
                            business,
                            () -> jdbc.sql(statement)
                                    .param("business", business.id().value())
                                    .update()))
                    .hasStackTraceContaining("permission denied");
        }
    }

    private String everything() {
        return world.in(
                business,
                () -> List.of("conversation", "message", "message_change", "inbound", "sandbox_message").stream()
                        .flatMap(table -> jdbc
                                .sql("select t::text from messaging." + table + " t where business_id = :business")
                                .param("business", business.id().value())
                                .query(String.class)
                                .list()
                                .stream())
                        .toList()
                        .toString());
    }
}
