package io.orbita.messaging.email;

import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.BotBroken;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.messaging.channel.Outcome.Reason;
import io.orbita.messaging.channel.Outcome.TryLater;
import io.orbita.messaging.channel.Outcome.Unknown;
import io.orbita.messaging.channel.Outcome.Unreachable;
import io.orbita.messaging.channel.Outcome.Wrong;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What the many exceptions of a mail server mean for us: the reply code decides, and without one how far the letter came. */
final class SmtpErrors {
    private SmtpErrors() {}

    static Outcome outcome(MailException reason, boolean left) {
        var chain = chain(reason);
        // The general exception wraps the telling one, so the telling kinds are looked for first.
        for (var link : chain) {
            switch (link) {
                case MailHosts.Refused refused -> {
                    return new BotBroken(String.valueOf(refused.getMessage()));
                }
                case AuthenticationFailedException refused -> {
                    return new BotBroken("the mail server refuses the login");
                }
                case SMTPSenderFailedException refused -> {
                    return new BotBroken("the mail server refuses the sender: " + refused.getReturnCode());
                }
                case SMTPAddressFailedException refused -> {
                    return address(refused.getReturnCode(), String.valueOf(refused.getMessage()));
                }
                default -> {}
            }
        }
        for (var link : chain) {
            if (link instanceof SMTPSendFailedException refused && refused.getReturnCode() >= 400) {
                return letter(refused.getReturnCode());
            }
        }
        var last = chain.getLast().getClass().getSimpleName();
        return left ? new Unknown("answer lost: " + last) : new TryLater("not taken: " + last);
    }

    private static Outcome address(int code, String answer) {
        if (code < 500) {
            return new TryLater("SMTP " + code);
        }
        // 5.7.x means that we are not welcome, not that the reader does not exist.
        boolean nobody = (code == 550 || code == 551 || code == 553) && !answer.contains(" 5.7.");
        return nobody
                ? new Unreachable(Reason.NOT_FOUND, "SMTP " + code)
                : new Wrong(Fault.OTHER, "the mail server refuses the address: " + code);
    }

    private static Outcome letter(int code) {
        if (code == 530 || code == 535) {
            return new BotBroken("the mail server wants another login");
        }
        if (code == 552) {
            return new Wrong(Fault.FILE, "the letter is too large");
        }
        return code >= 500 ? new Wrong(Fault.OTHER, "SMTP " + code) : new TryLater("SMTP " + code);
    }

    /** Mail exceptions hide their reasons in three different places. */
    private static List<Throwable> chain(Throwable top) {
        var chain = new ArrayList<Throwable>();
        var open = new ArrayList<Throwable>(List.of(top));
        while (!open.isEmpty() && chain.size() < 20) {
            var link = open.removeFirst();
            chain.add(link);
            if (link instanceof MailSendException several) {
                open.addAll(List.of(several.getMessageExceptions()));
            }
            if (link instanceof MessagingException mail && mail.getNextException() != null) {
                open.add(mail.getNextException());
            }
            if (link.getCause() != null && !open.contains(link.getCause())) {
                open.add(link.getCause());
            }
        }
        return chain;
    }
}
