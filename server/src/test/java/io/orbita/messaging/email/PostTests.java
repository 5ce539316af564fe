package io.orbita.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.messaging.channel.TextFormat;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostTests {
    private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final Post post =
            new Post(Clock.fixed(Instant.parse("2026-11-20T10:15:30Z"), ZoneOffset.UTC), new MailHosts(true));

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void a_letter_with_a_file_arrives_readable_in_both_faces() throws Exception {
        var pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        var outcome = post.send(
                account(),
                new Letter(
                        "m-77",
                        "vera@client.test",
                        "Ваша программа",
                        "Здравствуйте, Вера!\n\nПрограмма во вложении: https://orbita.test/c/1?a=1&b=2.\n<script>alert(1)</script>",
                        TextFormat.PLAIN,
                        List.of(new Letter.Attachment("Программа Веры.pdf", "application/pdf", pdf)),
                        null));
        assertThat(outcome).isEqualTo(new Outcome.Sent("<m-77@studio.test>", null));
        var letter = only();
        assertThat(letter.getSubject()).isEqualTo("Ваша программа");
        assertThat(letter.getMessageID()).isEqualTo("<m-77@studio.test>");
        assertThat(letter.getFrom()[0].toString()).contains("hello@studio.test");
        assertThat(letter.getSentDate()).isEqualTo("2026-11-20T10:15:30Z");
        assertThat(text(letter, "text/plain")).contains("Здравствуйте, Вера!").contains("<script>");
        assertThat(text(letter, "text/html"))
                .contains("<p>Здравствуйте, Вера!</p>")
                .contains("<a href=\"https://orbita.test/c/1?a=1&amp;b=2\">")
                .doesNotContain("<script>");
        var file = Objects.requireNonNull(part(letter, "application/pdf"));
        assertThat(jakarta.mail.internet.MimeUtility.decodeText(file.getFileName()))
                .isEqualTo("Программа Веры.pdf");
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    @Test
    void the_same_message_sent_twice_has_one_id() throws Exception {
        post.send(account(), letter("vera@client.test", "Раз"));
        post.send(account(), letter("vera@client.test", "Раз"));
        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(mail.getReceivedMessages()[0].getMessageID())
                .isEqualTo(mail.getReceivedMessages()[1].getMessageID());
    }

    @Test
    void formatted_text_has_a_plain_face_too() throws Exception {
        post.send(
                account(),
                new Letter(
                        "m1",
                        "vera@client.test",
                        "Тема",
                        "<b>Жим</b> &lt;5",
                        TextFormat.HTML,
                        List.of(),
                        "https://orbita.test/u/1"));
        assertThat(text(only(), "text/plain").strip()).isEqualTo("Жим <5");
        assertThat(text(only(), "text/html")).contains("<b>Жим</b> &lt;5");
        assertThat(only().getHeader("List-Unsubscribe")).containsExactly("<https://orbita.test/u/1>");
        assertThat(only().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void no_text_from_outside_becomes_a_header() throws Exception {
        var hostile = "Hi\r\nBcc: spy@evil.test\r\n\r\nbody\u2028x";
        var account = new SmtpAccount(
                "127.0.0.1",
                port(),
                SmtpAccount.Security.NONE,
                null,
                null,
                "hello@studio.test",
                "Studio\r\nBcc: a@evil.test");
        post.send(
                account,
                new Letter(
                        "m1",
                        "vera@client.test",
                        hostile,
                        "x",
                        TextFormat.PLAIN,
                        List.of(new Letter.Attachment("a\r\nX-Evil: 1.pdf", "application/pdf", new byte[1])),
                        null));
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(only().getHeader("Bcc")).isNull();
        assertThat(only().getHeader("X-Evil")).isNull();
        assertThat(only().getSubject()).isEqualTo("Hi Bcc: spy@evil.test body x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "вера",
                "a@b@c",
                "a@x.test, b@x.test",
                "a@x.test\r\nBcc: b@x.test",
                "Vera <v@x.test> <w@x.test>"
            })
    void what_is_no_address_is_unreachable_without_a_call(String address) {
        assertThat(post.send(account(), letter(address, "Тема"))).isInstanceOf(Outcome.Unreachable.class);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING,421 busy,TryLater",
        "GREETING,,TryLater",
        "MAIL,451 later,TryLater",
        "MAIL,550 sender refused,BotBroken",
        "RCPT,450 greylisted,TryLater",
        "RCPT,550 5.1.1 no such user,Unreachable",
        "RCPT,550 5.7.1 policy,Wrong",
        "DATA,451 later,TryLater",
        "DATA,,TryLater",
        "LETTER,451 later,TryLater",
        "LETTER,552 too big,Wrong",
        "LETTER,554 spam,Wrong",
        "LETTER,,Unknown"
    })
    void what_the_server_says_decides(String stage, @Nullable String answer, String outcome) throws IOException {
        try (var server = new FakeSmtp(stage, answer == null ? "" : answer)) {
            var account = new SmtpAccount(
                    "127.0.0.1", server.port(), SmtpAccount.Security.NONE, null, null, "hello@studio.test", null);
            assertThat(post.send(account, letter("vera@client.test", "Тема"))
                            .getClass()
                            .getSimpleName())
                    .isEqualTo(outcome);
        }
    }

    @Test
    void a_letter_too_large_is_our_mistake() throws IOException {
        try (var server = new FakeSmtp("LETTER", "552 too big")) {
            var account = new SmtpAccount(
                    "127.0.0.1", server.port(), SmtpAccount.Security.NONE, null, null, "hello@studio.test", null);
            assertThat(post.send(account, letter("vera@client.test", "Тема")))
                    .isEqualTo(new Outcome.Wrong(Fault.FILE, "the letter is too large"));
        }
    }

    @Test
    void a_server_without_the_promised_encryption_gets_nothing() throws IOException {
        try (var server = new FakeSmtp("NONE", "250 ok")) {
            var account = new SmtpAccount(
                    "127.0.0.1", server.port(), SmtpAccount.Security.STARTTLS, null, null, "hello@studio.test", null);
            assertThat(post.send(account, letter("vera@client.test", "Тема"))).isInstanceOf(Outcome.TryLater.class);
        }
    }

    @Test
    void a_refused_login_breaks_the_account_and_shows_no_password() {
        mail.setUser("hello@studio.test", "hello", "right");
        var account = new SmtpAccount(
                "127.0.0.1", port(), SmtpAccount.Security.NONE, "hello", "wr0ng-pass", "hello@studio.test", null);
        var outcome = post.send(account, letter("vera@client.test", "Тема"));
        assertThat(outcome).isInstanceOf(Outcome.BotBroken.class);
        assertThat(outcome.toString() + account).doesNotContain("wr0ng-pass");
    }

    @Test
    void a_server_that_is_not_there_was_certainly_not_reached() {
        var account = account();
        mail.stop();
        assertThat(post.send(account, letter("vera@client.test", "Тема"))).isInstanceOf(Outcome.TryLater.class);
    }

    private int port() {
        return mail.getSmtp().getPort();
    }

    private SmtpAccount account() {
        return new SmtpAccount(
                "127.0.0.1", port(), SmtpAccount.Security.NONE, null, null, "hello@studio.test", "Студия «Орбита»");
    }

    private static Letter letter(String to, String subject) {
        return new Letter("m-1", to, subject, "Здравствуйте!", TextFormat.PLAIN, List.of(), null);
    }

    private MimeMessage only() {
        assertThat(mail.getReceivedMessages()).hasSize(1);
        return mail.getReceivedMessages()[0];
    }

    private static String text(Part part, String type) throws Exception {
        return (String) Objects.requireNonNull(part(part, type)).getContent();
    }

    private static @Nullable Part part(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return part;
        }
        if (part.getContent() instanceof MimeMultipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                var found = part(several.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
