package io.orbita.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.Told;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.files.FileStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessagingTest
class MailRoomTests {
    private final World world;
    private final Messaging messaging;
    private final Clients clients;
    private final FileStore files;
    private final Businesses businesses;
    private final MailAccounts accounts;
    private final Told told;
    private final JdbcClient jdbc;

    MailRoomTests(
            World world,
            Messaging messaging,
            Clients clients,
            FileStore files,
            Businesses businesses,
            MailAccounts accounts,
            Told told,
            JdbcClient jdbc) {
        this.world = world;
        this.messaging = messaging;
        this.clients = clients;
        this.files = files;
        this.businesses = businesses;
        this.accounts = accounts;
        this.told = told;
        this.jdbc = jdbc;
    }

    @Test
    void a_sandbox_business_has_a_mailbox_in_place_of_a_server() {
        var business = world.business();
        var client = client(business);
        write(business, client, "k1");
        world.drain();
        var letters =
                world.get("/api/sandbox/mail/" + business.slug(), null).body().path("items");
        assertThat(letters).hasSize(1);
        var letter = letters.get(0);
        assertThat(letter.path("to").stringValue()).isEqualTo("vera@client.test");
        assertThat(letter.path("subject").stringValue()).isEqualTo("Ваша программа");
        assertThat(letter.path("text").stringValue()).startsWith("Здравствуйте, Вера!");
        assertThat(letter.path("links").toString()).contains("https://orbita.test/c/1");
        assertThat(world.get(letter.path("url").stringValue(), null).status()).isEqualTo(200);
        assertThat(told.delivered(business.id())).hasSize(1);
    }

    @Test
    void the_address_is_kept_encrypted() {
        var business = world.business();
        write(business, client(business), "k1");
        world.drain();
        var rows = world.in(
                business,
                () -> jdbc.sql("""
                        select (select string_agg(c::text, '') from messaging.conversation c where business_id = :business)
                            || (select string_agg(m::text, '') from messaging.sandbox_mail m where business_id = :business)
                        """)
                        .param("business", business.id().value())
                        .query(String.class)
                        .single());
        assertThat(rows).doesNotContain("vera@client.test").contains("EMAIL");
    }

    @Test
    void one_address_is_one_conversation_however_it_is_written() {
        var business = world.business();
        var client = client(business);
        var first = world.in(business, () -> messaging.mailTo(business.id(), client, "vera@client.test"));
        var second = world.in(business, () -> messaging.mailTo(business.id(), client, " Vera@Client.test"));
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void a_refused_address_is_left_alone_for_a_week() throws Exception {
        try (var server = new FakeSmtp("RCPT", "550 5.1.1 no such user")) {
            var business = real();
            var client = client(business);
            set(business, server.port(), null);
            write(business, client, "k1");
            world.drain();
            assertThat(told.failed(business.id()))
                    .singleElement()
                    .satisfies(it -> assertThat(it.unreachable()).isTrue());
            assertThat(world.in(business, () -> messaging.bestFor(business.id(), client)))
                    .isEmpty();
            world.clock().advance(Duration.ofDays(8));
            assertThat(world.in(business, () -> messaging.bestFor(business.id(), client)))
                    .isPresent();
        }
    }

    @Test
    void with_a_server_set_letters_leave_through_it() throws Exception {
        var mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        try {
            var business = real();
            var client = client(business);
            world.run(
                    business,
                    () -> accounts.set(
                            business.id(),
                            new MailAccounts.Kept(
                                    "127.0.0.1",
                                    mail.getSmtp().getPort(),
                                    SmtpAccount.Security.NONE,
                                    null,
                                    "hello@studio.test",
                                    "Студия"),
                            null));
            write(business, client, "k1");
            world.drain();
            assertThat(mail.getReceivedMessages()).hasSize(1);
            var letter = mail.getReceivedMessages()[0];
            assertThat(letter.getSubject()).isEqualTo("Ваша программа");
            assertThat(letter.getMessageID()).matches("<o\\d+-\\d+-0@studio\\.test>");
            assertThat(letter.getAllRecipients()[0]).hasToString("vera@client.test");
        } finally {
            mail.stop();
        }
    }

    @Test
    void without_a_server_a_letter_waits_and_the_owner_is_told() {
        var business = real();
        var client = client(business);
        write(business, client, "k1");
        world.drain();
        assertThat(world.get("/api/notices", world.token(business, Role.ADMIN))
                        .body()
                        .toString())
                .contains("channel.broken")
                .contains("почта");
        for (int i = 0; i < 30; i++) {
            world.clock().advance(Duration.ofHours(1));
            world.drain();
        }
        assertThat(told.failed(business.id())).hasSize(1);
    }

    @Test
    void the_server_is_set_by_the_administrator_and_its_password_never_comes_out() {
        var business = real();
        var admin = world.token(business, Role.ADMIN);
        var server = Map.of(
                "host", "smtp.yandex.ru",
                "port", "465",
                "security", "tls",
                "user", "hello",
                "password", "s3cret-word",
                "sender", "hello@studio.test",
                "sender_name", "Студия");
        var answer = put(admin, server);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .contains("smtp.yandex.ru")
                .contains("password")
                .doesNotContain("s3cret-word");
        assertThat(put(world.token(business, Role.TRAINER), server).status()).isEqualTo(403);
        for (var wrong : List.of(
                Map.entry("port", "5432"),
                Map.entry("host", "127.0.0.1:80/x"),
                Map.entry("security", "maybe"),
                Map.entry("sender", "nobody"))) {
            var refused = put(admin, Map.of(wrong.getKey(), wrong.getValue()));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("errors").toString()).contains("values." + wrong.getKey());
        }
        assertThat(put(admin, Map.of("sender_name", "Другая"))
                        .body()
                        .path("values")
                        .toString())
                .contains("Другая")
                .contains("smtp.yandex.ru");
        assertThat(put(admin, Map.of("host", "")).body().path("values")).isEmpty();
    }

    @Test
    void the_test_button_signs_in_and_says_what_is_wrong() {
        var mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.setUser("hello@studio.test", "hello", "right");
        mail.start();
        try {
            var business = real();
            var admin = world.token(business, Role.ADMIN);
            assertThat(test(admin)).contains("false").contains("не задан");
            set(business, mail.getSmtp().getPort(), "right");
            assertThat(test(admin)).contains("true");
            set(business, mail.getSmtp().getPort(), "wrong");
            assertThat(test(admin)).contains("false").contains("пароль");
            set(business, 1, "right");
            assertThat(test(admin)).contains("false").contains("не отвечает");
        } finally {
            mail.stop();
        }
    }

    private void set(Business business, int port, @Nullable String password) {
        world.run(
                business,
                () -> accounts.set(
                        business.id(),
                        new MailAccounts.Kept(
                                "127.0.0.1",
                                port,
                                SmtpAccount.Security.NONE,
                                password == null ? null : "hello",
                                "hello@studio.test",
                                null),
                        password));
    }

    private World.Answer put(String token, Map<String, String> values) {
        return world.call(HttpMethod.PUT, "/api/integrations/email", token, Map.of("values", values));
    }

    private String test(String admin) {
        return world.post("/api/integrations/email/test", admin, Map.of())
                .body()
                .toString();
    }

    private Business real() {
        return businesses.create(
                "r-" + PublicId.random(20).toLowerCase(Locale.ROOT), "Настоящая", ZoneId.of("Europe/Moscow"), false);
    }

    private ClientId client(Business business) {
        return world.in(business, () -> {
            var client = clients.arrive(
                            business.id(),
                            new Identity(Identity.Kind.EMAIL, "vera@client.test"),
                            new Newcomer("Вера", null, "site", Map.of()),
                            "form")
                    .client();
            return client;
        });
    }

    private void write(Business business, ClientId client, String key) {
        var file = files.put(business.id(), "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        world.run(business, () -> {
            var conversation = messaging.mailTo(business.id(), client, "vera@client.test");
            messaging.send(
                    business.id(),
                    Outgoing.bot(
                            conversation.id(),
                            new Content(
                                    "Здравствуйте, Вера!\n\nПрограмма во вложении.",
                                    List.of(List.of(
                                            Button.link("Кабинет", "https://orbita.test/c/1"),
                                            Button.press("Купить", "pay:buy"))),
                                    new Content.Document("Программа.pdf", "application/pdf", file),
                                    false,
                                    "Ваша программа"),
                            "test.letter",
                            key));
        });
    }
}
