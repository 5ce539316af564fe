package io.orbita.messaging.email;

import io.orbita.businesses.Businesses;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Content;
import io.orbita.messaging.channel.Carrier;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.messaging.channel.TextFormat;
import io.orbita.messaging.sandbox.SandboxMailbox;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** E-mail behind the port of the queue: one letter a message. A sandbox business without a mail server has a mailbox in its place. */
@Component
class MailCarrier implements Carrier {
    private static final int SUBJECT_LIMIT = 100;

    private final MailAccounts accounts;
    private final Businesses businesses;
    private final SandboxMailbox mailbox;
    private final FileStore files;
    private final Post post;

    MailCarrier(
            MailAccounts accounts,
            Businesses businesses,
            SandboxMailbox mailbox,
            FileStore files,
            MailHosts hosts,
            Clock clock) {
        this.accounts = accounts;
        this.businesses = businesses;
        this.mailbox = mailbox;
        this.files = files;
        this.post = new Post(clock, hosts);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public int parts(Content content) {
        return 1;
    }

    @Override
    public Outcome carry(BusinessId business, Parcel parcel) {
        if (parcel.edits() != null) {
            // A letter stays as it was sent.
            return new Outcome.Sent(null, null);
        }
        Optional<SmtpAccount> account = accounts.of(business);
        if (account.isPresent()) {
            return send(business, account.get(), parcel);
        }
        if (!businesses.get(business).sandbox()) {
            return new Outcome.BotBroken("почтовый сервер не настроен");
        }
        mailbox.put(business, parcel.key(), parcel.address(), subject(parcel.content()), parcel.content());
        return new Outcome.Sent(parcel.key(), null);
    }

    private Outcome send(BusinessId business, SmtpAccount account, Parcel parcel) {
        Content content = parcel.content();
        List<Letter.Attachment> attachments = List.of();
        Content.Document document = content.document();
        if (document != null) {
            Optional<byte[]> bytes = files.get(business, document.file());
            if (bytes.isEmpty()) {
                return new Outcome.Wrong(Fault.FILE, "the file is not there");
            }
            attachments = List.of(new Letter.Attachment(document.fileName(), document.mimeType(), bytes.get()));
        }
        return post.send(
                account,
                new Letter(
                        "o" + business + "-" + parcel.key(),
                        parcel.address(),
                        subject(content),
                        text(content),
                        TextFormat.PLAIN,
                        attachments,
                        null));
    }

    /** What can be pressed in a chat only is left out; links are written under the text. */
    private static String text(Content content) {
        var links = content.buttons().stream()
                .flatMap(List::stream)
                .filter(it -> it.url() != null)
                .map(it -> it.text() + ": " + it.url())
                .collect(Collectors.joining("\n"));
        return links.isEmpty() ? content.text() : content.text() + "\n\n" + links;
    }

    private static String subject(Content content) {
        Content.Document document = content.document();
        var subject = content.subject() != null
                ? content.subject()
                : content.text()
                        .lines()
                        .filter(it -> !it.isBlank())
                        .findFirst()
                        .orElse(document == null ? "" : document.fileName());
        return subject.length() <= SUBJECT_LIMIT ? subject : subject.substring(0, SUBJECT_LIMIT - 1) + "…";
    }
}
