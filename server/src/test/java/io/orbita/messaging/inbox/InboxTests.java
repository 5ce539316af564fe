package io.orbita.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Chat;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.ScriptedAnswerer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessagingTest
class InboxTests extends InboxOfABusiness {
    InboxTests(
            World world,
            Messaging messaging,
            Clients clients,
            ScriptedAnswerer answerer,
            SaidByClients personalData,
            JdbcClient jdbc) {
        super(world, messaging, clients, answerer, personalData, jdbc);
    }

    @Test
    void whatever_is_written_stands_in_the_inbox_until_it_is_read() {
        say(vera, "Здравствуйте");
        say(vera, "Вы работаете в субботу?");
        var conversation = conversations().getFirst();
        assertThat(conversation.path("title").stringValue()).isEqualTo("Вера Лисова");
        assertThat(conversation.path("channel").stringValue()).isEqualTo("sandbox");
        assertThat(conversation.path("unread").longValue()).isEqualTo(2);
        assertThat(conversation.path("last").path("text").stringValue()).isEqualTo("Вы работаете в субботу?");
        var messages = messages(conversation);
        assertThat(messages)
                .extracting(it -> it.path("text").stringValue())
                .containsExactly("Вы работаете в субботу?", "Здравствуйте");
        var read = Map.of("message_id", messages.getFirst().path("id").longValue());
        assertThat(world.post(path(conversation) + "/read", manager, read).status())
                .isEqualTo(204);
        assertThat(conversations().getFirst().path("unread").longValue()).isZero();
    }

    @Test
    void one_conversation_is_read_by_itself_as_it_stands_in_the_list() {
        say(vera, "Здравствуйте");
        var conversation = conversations().getFirst();
        assertThat(world.get(path(conversation), manager).body()).isEqualTo(conversation);
        assertThat(world.get("/api/conversations/999999999", manager).status()).isEqualTo(404);
        var stranger = world.token(world.business(), Role.MANAGER);
        assertThat(world.get(path(conversation), stranger).status()).isEqualTo(404);
    }

    private List<String> titles(String query) {
        return world.get("/api/conversations?" + query, manager)
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("title").stringValue())
                .toList();
    }

    @Test
    void the_inbox_is_narrowed_to_ones_own_the_unanswered_the_bots_and_a_name() {
        say(vera, "Здравствуйте");
        var path = path(conversations().getFirst());
        assertThat(titles("show=unanswered")).containsExactly("Вера Лисова");
        assertThat(titles("show=bot")).containsExactly("Вера Лисова");
        assertThat(titles("show=mine")).isEmpty();
        assertThat(titles("q=лисов")).containsExactly("Вера Лисова");
        assertThat(titles("q=%25")).isEmpty();
        assertThat(titles("q=петров")).isEmpty();
        world.post(path + "/messages", manager, Map.of("text", "Добрый день!"));
        world.drain();
        assertThat(titles("show=mine")).containsExactly("Вера Лисова");
        assertThat(titles("show=bot")).isEmpty();
        assertThat(titles("show=unanswered")).isEmpty();
        assertThat(world.get("/api/conversations?show=strange", manager).status())
                .isBetween(400, 422);
    }

    @Test
    void staff_writes_and_the_same_key_writes_once() {
        say(vera, "Здравствуйте");
        var path = path(conversations().getFirst()) + "/messages";
        var body = Map.of("text", "Добрый день!");
        var first = world.call(HttpMethod.POST, path, manager, body, "Idempotency-Key", "a1");
        var second = world.call(HttpMethod.POST, path, manager, body, "Idempotency-Key", "a1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        world.drain();
        assertThat(vera.messages(0))
                .singleElement()
                .satisfies(it -> assertThat(it.path("text").stringValue()).isEqualTo("Добрый день!"));
        var newest = messages(conversations().getFirst()).getFirst();
        assertThat(newest.path("author").stringValue()).isEqualTo("staff");
        assertThat(newest.path("state").stringValue()).isEqualTo("sent");
        assertThat(newest.path("staff_id").longValue()).isPositive();
    }

    @Test
    void nobody_writes_to_whoever_blocked_the_bot() {
        say(vera, "Здравствуйте");
        vera.post(vera.blocked(true));
        world.drain();
        var conversation = conversations().getFirst();
        assertThat(conversation.path("reachable").booleanValue()).isFalse();
        var answer = world.post(path(conversation) + "/messages", manager, Map.of("text", "?"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").stringValue()).isEqualTo("messaging.unreachable");
    }

    @Test
    void an_edited_message_shows_its_new_words() {
        var text = vera.text("Хочу зал");
        vera.post(text);
        world.drain();
        var number = text.replaceAll("(?s).*\"message_id\":(\\d+).*", "$1");
        vera.post(vera.update("edited_message", "\"edit_date\":1790000009,\"text\":\"Хочу дом\"")
                .replaceAll("\"message_id\":\\d+", "\"message_id\":" + number));
        world.drain();
        assertThat(messages(conversations().getFirst())).singleElement().satisfies(it -> {
            assertThat(it.path("text").stringValue()).isEqualTo("Хочу дом");
            assertThat(it.path("edited_at").stringValue()).isNotEmpty();
        });
        assertThat(answerer.heard(business.id())).as("an edit answers nothing").hasSize(1);
    }

    @Test
    void lists_are_paged_without_gaps() {
        var people =
                IntStream.range(0, 7).mapToObj(i -> new Chat(world, business)).toList();
        people.forEach(it -> say(it, "раз"));
        world.clock().advance(Duration.ofSeconds(1));
        IntStream.range(0, 6).forEach(i -> say(people.getFirst(), "ещё " + i));
        assertThat(walk("/api/conversations?limit=3")).hasSize(7).doesNotHaveDuplicates();
        var path = path(conversations().getFirst()) + "/messages?limit=3";
        assertThat(walk(path)).hasSize(7).doesNotHaveDuplicates();
        assertThat(world.get("/api/conversations?cursor=broken", manager).status())
                .isEqualTo(422);
        assertThat(world.get("/api/conversations?channel=pigeon", manager).status())
                .isBetween(400, 422);
    }

    @Test
    void another_business_and_lower_roles_see_nothing() {
        say(vera, "Здравствуйте");
        var conversation = conversations().getFirst();
        var stranger = world.token(world.business(), Role.ADMIN);
        assertThat(world.get("/api/conversations", stranger).body().path("items"))
                .isEmpty();
        assertThat(world.get(path(conversation) + "/messages", stranger).status())
                .isEqualTo(404);
        assertThat(world.post(path(conversation) + "/messages", stranger, Map.of("text", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(world.get("/api/conversations", world.token(business, Role.CASHIER))
                        .status())
                .isEqualTo(403);
        assertThat(world.get("/api/conversations", null).status()).isEqualTo(401);
    }

    @Test
    void a_client_is_reached_where_they_wrote_last_and_by_mail_otherwise() {
        var client = meet(vera);
        assertThat(best(client)).isEqualTo(Channel.SANDBOX);
        assertThat(world.get("/api/conversations?client_id=" + client, manager)
                        .body()
                        .path("items"))
                .hasSize(1);
        vera.post(vera.blocked(true));
        world.drain();
        assertThat(world.in(business, () -> messaging.bestFor(business.id(), client)))
                .isEmpty();
        world.run(
                business,
                () -> clients.addIdentity(
                        business.id(), client, new Identity(Identity.Kind.EMAIL, "vera@client.test"), false));
        assertThat(best(client)).isEqualTo(Channel.EMAIL);
        say(vera, "я вернулась");
        assertThat(best(client)).isEqualTo(Channel.SANDBOX);
    }

    private Channel best(ClientId client) {
        return world.in(business, () -> messaging.bestFor(business.id(), client))
                .orElseThrow()
                .channel();
    }

    private List<Long> walk(String path) {
        var ids = new java.util.ArrayList<Long>();
        var cursor = "";
        do {
            var page = world.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor), manager)
                    .body();
            page.path("items").forEach(it -> ids.add(it.path("id").longValue()));
            cursor = page.path("next_cursor").stringValue("");
        } while (!cursor.isEmpty());
        return ids;
    }
}
