package io.orbita.messaging.inbox;

import io.orbita.clients.Clients;
import io.orbita.messaging.Channel;
import io.orbita.messaging.ChannelReopened;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.channel.Received;
import io.orbita.messaging.channel.Received.What;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what a channel received: stored once, however often it comes, and due to be answered from the same transaction on. */
@Component
public class Incoming {
    /** Stands before our own id of a message, where a channel names the message of a pressed button by it. */
    public static final String OURS = "our:";

    static final String PHONE = "messaging.phone";

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final Clients clients;
    private final DueWork due;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Incoming(
            JdbcClient jdbc,
            Conversations conversations,
            Clients clients,
            DueWork due,
            Vault vault,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.clients = clients;
        this.due = due;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps one update; false when it was kept before or is of no private chat.
     *
     * @param source where its number counts, inside its chat: the bot, the sandbox
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(BusinessId business, Channel channel, String source, Received received) {
        if (received.chatKind() != Received.ChatKind.PRIVATE) {
            return false;
        }
        Talk talk = conversations.open(business, channel, received.chatId(), received.sender());
        long message = nextMessage();
        if (!first(business, talk, message, source, received)) {
            return false;
        }
        keepMessage(business, talk, message, received);
        switch (received.what()) {
            case What.Edited edited -> edited(business, talk, received, edited);
            case What.Blocked blocked -> conversations.unreachable(business, talk.id(), "blocked");
            default -> {
                welcomeBack(business, talk);
                conversations.said(business, talk.id(), message, clock.instant(), true);
            }
        }
        due.now(Answering.KIND, business, Long.toString(talk.id()));
        return true;
    }

    /** Whoever writes, takes messages. */
    private void welcomeBack(BusinessId business, Talk talk) {
        if (conversations.reachable(business, talk.id()) && talk.clientId() != null) {
            clients.reachable(business, talk.identity(talk.address()), true);
            events.publishEvent(new ChannelReopened(business, new ConversationId(talk.id()), talk.clientId()));
        }
    }

    private long nextMessage() {
        return jdbc.sql("select nextval('messaging.message_id_seq')")
                .query(Long.class)
                .single();
    }

    private boolean first(BusinessId business, Talk talk, long message, String source, Received received) {
        var details = Details.of(received.what());
        return jdbc.sql("""
                        insert into messaging.inbound
                               (business_id, message_id, conversation_id, source, update_id, kind, word, callback_id, on_message,
                                phone, own, received_at, handled_at)
                        values (:business, :message, :conversation, :source, :update, :kind, :word, :callback, :on,
                                :phone, :own, :now, :handled)
                        on conflict (business_id, source, conversation_id, update_id) do nothing
                        """)
                        .param("business", business.value())
                        .param("message", message)
                        .param("conversation", talk.id())
                        .param("source", source)
                        .param("update", received.updateId())
                        .param("kind", details.kind())
                        .param("word", details.word())
                        .param("callback", details.callback())
                        .param("on", details.on())
                        .param("phone", details.phone() == null ? null : vault.seal(business, PHONE, details.phone()))
                        .param("own", details.own())
                        .param("now", Sql.at(clock.instant()))
                        .param("handled", details.kind().equals("edited") ? Sql.at(clock.instant()) : null)
                        .update()
                > 0;
    }

    private void keepMessage(BusinessId business, Talk talk, long message, Received received) {
        jdbc.sql("""
                        insert into messaging.message
                               (business_id, id, conversation_id, direction, author, kind, body, file_name, external_id, reply_to,
                                said_at, created_at)
                        values (:business, :id, :conversation, 'in', :author, :kind, :body, :file, :external, :reply, :said, :now)
                        """)
                .param("business", business.value())
                .param("id", message)
                .param("conversation", talk.id())
                .param("author", isServiceWord(received.what()) ? "system" : "client")
                .param("kind", kind(received.what()))
                .param("body", body(received.what()))
                .param("file", received.what() instanceof What.Media media ? media.fileName() : null)
                .param("external", received.what() instanceof What.Edited ? null : received.messageId())
                .param("reply", received.replyTo())
                .param("said", Sql.at(received.sentAt()))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    private void edited(BusinessId business, Talk talk, Received received, What.Edited edited) {
        jdbc.sql("""
                        insert into messaging.message_change (business_id, message_id, kind, body, at)
                        select business_id, id, 'edited', :body, :now from messaging.message
                         where business_id = :business and conversation_id = :conversation and direction = 'in'
                           and external_id = :external
                        """)
                .param("body", edited.text())
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("conversation", talk.id())
                .param("external", received.messageId())
                .update();
    }

    private static boolean isServiceWord(What what) {
        return what instanceof What.Blocked || what instanceof What.Unblocked || what instanceof What.Edited;
    }

    private static String kind(What what) {
        return what instanceof What.Media media
                ? media.kind().name().toLowerCase(Locale.ROOT)
                : Details.of(what).kind();
    }

    private static @Nullable String body(What what) {
        return switch (what) {
            case What.Text text -> text.text();
            case What.Command command ->
                command.payload().isEmpty() ? "/" + command.name() : "/" + command.name() + " " + command.payload();
            case What.Media media -> media.caption();
            case What.Edited edited -> edited.text();
            case What.Press press -> null;
            case What.Contact contact -> null;
            case What.Blocked blocked -> null;
            case What.Unblocked unblocked -> null;
            case What.Other other -> null;
        };
    }

    /** What is needed to answer and stands in no message. */
    private record Details(
            String kind,
            @Nullable String word,
            @Nullable String callback,
            @Nullable String on,
            @Nullable String phone,
            boolean own) {
        static Details of(What what) {
            return switch (what) {
                case What.Text text -> plain("text", null);
                case What.Command command -> plain("command", command.name());
                case What.Press press ->
                    new Details("press", press.data(), press.callbackId(), press.onMessage(), null, false);
                case What.Contact contact -> new Details("contact", null, null, null, contact.phone(), contact.own());
                case What.Media media -> plain("media", media.kind().name().toLowerCase(Locale.ROOT));
                case What.Edited edited -> plain("edited", null);
                case What.Blocked blocked -> plain("blocked", null);
                case What.Unblocked unblocked -> plain("unblocked", null);
                case What.Other other -> plain("other", other.what());
            };
        }

        private static Details plain(String kind, @Nullable String word) {
            return new Details(kind, word, null, null, null, false);
        }
    }
}
