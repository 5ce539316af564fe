package io.orbita.messaging.sitechat;

import io.orbita.messaging.Button;
import io.orbita.messaging.Channel;
import io.orbita.messaging.channel.CleanText;
import io.orbita.messaging.channel.Received;
import io.orbita.messaging.inbox.Answering;
import io.orbita.messaging.inbox.Conversations;
import io.orbita.messaging.inbox.FileLinks;
import io.orbita.messaging.inbox.Incoming;
import io.orbita.messaging.inbox.Said;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a visitor of the site writes, and what is said to them. */
@Component
class SiteChat {
    private static final Logger log = LoggerFactory.getLogger(SiteChat.class);
    private static final int LONGEST = 4096;
    private static final Duration FILE_LIFE = Duration.ofHours(1);

    /** One line of the chat; {@code url} opens its file for an hour. */
    record ChatLine(
            long id,
            String author,
            @Nullable String text,
            @Nullable List<List<Button>> buttons,
            @Nullable String fileName,
            @Nullable String url,
            Instant at) {}

    private final Incoming incoming;
    private final Answering answering;
    private final Conversations conversations;
    private final Said said;
    private final FileLinks links;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SiteChat(
            Incoming incoming,
            Answering answering,
            Conversations conversations,
            Said said,
            FileLinks links,
            TransactionTemplate transaction,
            Clock clock) {
        this.incoming = incoming;
        this.answering = answering;
        this.conversations = conversations;
        this.said = said;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps what the visitor wrote and has it answered at once, by the same code that answers later when that fails.
     *
     * @param key the same key is the same message
     * @return what was said to it so far
     */
    List<ChatLine> write(BusinessId business, String visitor, Received.What what, @Nullable String key) {
        long number = number(business, visitor, key);
        var received = new Received(
                "site",
                visitor,
                visitor,
                Received.ChatKind.PRIVATE,
                number,
                null,
                null,
                clock.instant(),
                new Received.Sender(null, null, null, null),
                what);
        transaction.executeWithoutResult(status -> incoming.keep(business, Channel.SITE, "site", received));
        long conversation = conversations.named(business, Channel.SITE, visitor).orElseThrow();
        try {
            answering.run(business, Long.toString(conversation));
        } catch (RuntimeException later) {
            log.warn(
                    "an answer on the site of business {} waits: {}",
                    business,
                    later.getClass().getSimpleName());
        }
        return said.answersTo(business, conversation, "site", number).stream()
                .map(it -> line(business, it))
                .toList();
    }

    /** The chat after that line, the oldest first. */
    List<ChatLine> history(BusinessId business, String visitor, long after, int limit) {
        return conversations.named(business, Channel.SITE, visitor).stream()
                .flatMap(it -> said.after(business, it, after, limit).stream())
                .map(it -> line(business, it))
                .toList();
    }

    /** What the page may send: words, or the press of a button that was shown under a line. */
    static Received.What what(@Nullable String text, @Nullable String press, @Nullable Long line) {
        if (press != null) {
            return new Received.What.Press(
                    CleanText.of(press, 64), PublicId.random(12), line == null ? null : Incoming.OURS + line);
        }
        var words = CleanText.of(text == null ? "" : text, LONGEST).strip();
        return words.startsWith("/") && words.matches("/[a-z_]{1,32}")
                ? new Received.What.Command(words.substring(1), "")
                : new Received.What.Text(words);
    }

    private static long number(BusinessId business, String visitor, @Nullable String key) {
        var name = key == null ? PublicId.random(22) : key;
        // 62 bits of a hash: two keys of one visitor will not meet.
        var hash = Idempotency.hash(business + ":" + visitor + ":" + name);
        return Long.parseUnsignedLong(hash.substring(0, 16), 16) >>> 2;
    }

    private ChatLine line(BusinessId business, Said.Line it) {
        return new ChatLine(
                it.id(),
                it.author(),
                it.text(),
                it.buttons(),
                it.fileName(),
                it.fileName() == null ? null : links.link(business, it.id(), FILE_LIFE),
                it.at());
    }
}
