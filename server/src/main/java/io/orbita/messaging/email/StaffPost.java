package io.orbita.messaging.email;

import io.orbita.businesses.Businesses;
import io.orbita.businesses.spi.StaffMail;
import io.orbita.messaging.Content;
import io.orbita.messaging.channel.TextFormat;
import io.orbita.messaging.sandbox.SandboxMailbox;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Letters to staff go the way of letters to clients: through the mail server of the business, or into the mailbox of its sandbox. */
@Component
class StaffPost implements StaffMail {
    private final MailAccounts accounts;
    private final Businesses businesses;
    private final SandboxMailbox mailbox;
    private final Post post;

    StaffPost(MailAccounts accounts, Businesses businesses, SandboxMailbox mailbox, MailHosts hosts, Clock clock) {
        this.accounts = accounts;
        this.businesses = businesses;
        this.mailbox = mailbox;
        this.post = new Post(clock, hosts);
    }

    @Override
    public boolean isReady(BusinessId business) {
        return businesses.get(business).sandbox() || accounts.of(business).isPresent();
    }

    @Override
    public Outcome send(BusinessId business, Letter letter) {
        Optional<SmtpAccount> account = accounts.of(business);
        if (account.isPresent()) {
            return outcome(post.send(
                    account.get(),
                    new io.orbita.messaging.email.Letter(
                            "s" + business + "-" + letter.key(),
                            letter.to(),
                            letter.subject(),
                            letter.text(),
                            TextFormat.PLAIN,
                            List.of(),
                            null)));
        }
        if (!businesses.get(business).sandbox()) {
            return Outcome.NEVER;
        }
        mailbox.put(business, "s-" + letter.key(), letter.to(), letter.subject(), Content.of(letter.text()));
        return Outcome.SENT;
    }

    /** A refused login is worth another attempt: the owner may be mending the password. */
    private static StaffMail.Outcome outcome(io.orbita.messaging.channel.Outcome outcome) {
        return switch (outcome) {
            case io.orbita.messaging.channel.Outcome.Sent sent -> StaffMail.Outcome.SENT;
            case io.orbita.messaging.channel.Outcome.Unreachable unreachable -> StaffMail.Outcome.NEVER;
            case io.orbita.messaging.channel.Outcome.Wrong wrong -> StaffMail.Outcome.NEVER;
            default -> StaffMail.Outcome.LATER;
        };
    }
}
