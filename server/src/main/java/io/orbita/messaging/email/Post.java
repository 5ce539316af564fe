package io.orbita.messaging.email;

import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.messaging.channel.Outcome.Reason;
import io.orbita.messaging.channel.Outcome.Sent;
import io.orbita.messaging.channel.Outcome.Unreachable;
import io.orbita.messaging.channel.Outcome.Wrong;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Takes letters to the SMTP server of a business: one attempt a call, and an honest word about what became of it. */
public final class Post {
    private static final int SUBJECT_LIMIT = 200;

    private final Clock clock;
    private final MailHosts hosts;

    Post(Clock clock, MailHosts hosts) {
        this.clock = clock;
        this.hosts = hosts;
    }

    /** One attempt; {@code Sent} carries the letter's {@code Message-ID}. */
    public Outcome send(SmtpAccount account, Letter letter) {
        var messageId = "<" + letter.key() + "@" + account.domain() + ">";
        var sender = sender(account);
        InternetAddress to;
        try {
            to = address(letter.to());
        } catch (AddressException notAnAddress) {
            return new Unreachable(Reason.NOT_FOUND, "not an address");
        }
        TracedLetter message;
        try {
            message = write(sender.getSession(), account, letter, to, messageId);
        } catch (MessagingException | UnsupportedEncodingException | IllegalArgumentException reason) {
            return new Wrong(
                    Fault.OTHER,
                    "the letter cannot be written: " + reason.getClass().getSimpleName());
        }
        try {
            sender.send(message);
            return new Sent(messageId, null);
        } catch (MailException reason) {
            return SmtpErrors.outcome(reason, message.left());
        }
    }

    /** Signs in at the server and says nothing more; {@code Sent} means that it would take letters. */
    Outcome greet(SmtpAccount account) {
        var sender = sender(account);
        // Somebody waits in front of a page.
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "4000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "4000");
        try {
            sender.testConnection();
            return new Sent(null, null);
        } catch (AuthenticationFailedException refused) {
            return new Outcome.BotBroken("the mail server refuses the login");
        } catch (MessagingException reason) {
            if (reason.getCause() instanceof MailHosts.Refused refused) {
                return new Outcome.Wrong(Fault.OTHER, String.valueOf(refused.getMessage()));
            }
            return new Outcome.TryLater(reason.getClass().getSimpleName());
        }
    }

    private TracedLetter write(
            Session session, SmtpAccount account, Letter letter, InternetAddress to, String messageId)
            throws MessagingException, UnsupportedEncodingException {
        var message = new TracedLetter(session, messageId);
        var helper = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        var from = address(account.sender());
        var name = oneLine(account.senderName() == null ? "" : account.senderName(), 100);
        if (!name.isEmpty()) {
            from.setPersonal(name, StandardCharsets.UTF_8.name());
        }
        helper.setFrom(from);
        helper.setTo(to);
        helper.setSubject(oneLine(letter.subject(), SUBJECT_LIMIT));
        helper.setSentDate(Date.from(clock.instant()));
        helper.setText(LetterBody.plain(letter), LetterBody.html(letter));
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + oneLine(letter.unsubscribe(), 500) + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        for (var attachment : letter.attachments()) {
            helper.addAttachment(
                    oneLine(attachment.name(), 120).replaceAll("[/\\\\\"]", "_"),
                    new org.springframework.core.io.ByteArrayResource(attachment.bytes()),
                    attachment.mediaType());
        }
        return message;
    }

    /** Headers end at a line break, so nothing that comes from outside may hold one. */
    static String oneLine(String text, int limit) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
        return line.length() <= limit ? line : line.substring(0, limit - 1) + "…";
    }

    private static InternetAddress address(String address) throws AddressException {
        if (address.length() > 254 || !address.equals(oneLine(address, 254)) || address.contains(",")) {
            throw new AddressException("not one address");
        }
        return new InternetAddress(address, true);
    }

    private JavaMailSenderImpl sender(SmtpAccount account) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(account.host());
        sender.setPort(account.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (account.user() != null) {
            sender.setUsername(account.user());
            sender.setPassword(account.password());
        }
        sender.setJavaMailProperties(properties(account));
        return sender;
    }

    private Properties properties(SmtpAccount account) {
        var properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(account.user() != null));
        properties.put("mail.smtp.socketFactory", hosts.sockets());
        // Else the library would try again with sockets of its own.
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.connectiontimeout", "10000");
        properties.put("mail.smtp.timeout", "30000");
        properties.put("mail.smtp.writetimeout", "60000");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", String.valueOf(account.security() == SmtpAccount.Security.TLS));
        boolean starttls = account.security() == SmtpAccount.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(starttls));
        properties.put("mail.smtp.starttls.required", String.valueOf(starttls));
        // Our machine's name is nobody's business and is often not a valid one.
        properties.put("mail.smtp.localhost", account.domain());
        return properties;
    }
}
