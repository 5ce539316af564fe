package io.orbita.dialogues;

import io.orbita.clients.BotLinks;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Leads;
import io.orbita.clients.Newcomer;
import io.orbita.dialogues.parsing.Clean;
import io.orbita.dialogues.talk.Input;
import io.orbita.dialogues.wording.Shown;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.StaffChats;
import io.orbita.messaging.spi.Inbound;
import io.orbita.messaging.spi.InboundMessage;
import io.orbita.messaging.spi.InboundMessage.What;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whatever a person does in a chat comes here: the person becomes a client, the message becomes a step of the dialogue. */
@Component
class BotInbound implements Inbound {
    private static final int LONGEST_NAME = 40;

    private final Clients clients;
    private final Leads leads;
    private final BotLinks links;
    private final Messaging messaging;
    private final StaffChats staffChats;
    private final Talks talks;
    private final Clock clock;

    BotInbound(
            Clients clients,
            Leads leads,
            BotLinks links,
            Messaging messaging,
            StaffChats staffChats,
            Talks talks,
            Clock clock) {
        this.clients = clients;
        this.leads = leads;
        this.links = links;
        this.messaging = messaging;
        this.staffChats = staffChats;
        this.talks = talks;
        this.clock = clock;
    }

    @Override
    public void on(BusinessId business, InboundMessage message) {
        var identity = new Identity(message.channel().identity(), message.sender());
        switch (message.what()) {
            case What.Blocked blocked -> reachable(business, identity, false);
            case What.Unblocked unblocked -> reachable(business, identity, true);
            default -> answer(business, identity, message);
        }
    }

    private void reachable(BusinessId business, Identity identity, boolean reachable) {
        if (clients.byIdentity(business, identity).isPresent()) {
            clients.reachable(business, identity, reachable);
        }
    }

    private void answer(BusinessId business, Identity identity, InboundMessage message) {
        var start = StartPayload.of(message.what());
        Optional<ClientId> visit = start.text().isEmpty() ? Optional.empty() : links.redeem(business, start.text());
        var staff = staffChats.of(business, message.conversation()).orElse(null);
        String channel = staff != null ? "staff" : message.channel().name().toLowerCase(Locale.ROOT);
        var newcomer = new Newcomer(
                fullName(message), message.username(), start.source().orElse(channel), start.marks());
        var arrival = clients.arrive(business, identity, newcomer, message.channel() == Channel.SITE ? "chat" : "bot");
        if (!arrival.created() && start.source().isPresent()) {
            leads.open(business, arrival.client(), newcomer.source(), newcomer.utm());
        }
        messaging.belongsTo(business, message.conversation(), arrival.client());
        visit.ifPresent(client -> links.join(business, client, arrival.client(), !arrival.created()));
        clients.contacted(business, arrival.client(), clock.instant());
        talks.take(
                new Occasion(
                        business,
                        message.conversation(),
                        arrival.client(),
                        message.message(),
                        "in:" + message.message(),
                        clock.instant(),
                        greetingName(message.firstName()),
                        words(message.what()),
                        staff,
                        arrival.created(),
                        visit.isPresent()),
                input(message.what()));
    }

    private static Input input(What what) {
        return switch (what) {
            case What.Text text -> new Input.Typed(text.text());
            case What.Command command -> new Input.Typed(("/" + command.name() + " " + command.payload()).strip());
            case What.Press press -> new Input.Pressed(press.data(), press.onMessage());
            case What.Contact contact -> new Input.PhoneShared(contact.phone(), contact.own());
            case What.Media media -> new Input.Sent(kind(media.kind()), media.caption());
            case What.Blocked blocked -> new Input.Blocked();
            case What.Unblocked unblocked -> new Input.Unblocked();
        };
    }

    private static Input.Media kind(String kind) {
        return switch (kind) {
            case "photo" -> Input.Media.PHOTO;
            case "voice", "audio", "video_note" -> Input.Media.VOICE;
            case "sticker", "animation" -> Input.Media.STICKER;
            default -> Input.Media.OTHER;
        };
    }

    private static @Nullable String words(What what) {
        return switch (what) {
            case What.Text text -> text.text();
            case What.Media media -> media.caption();
            default -> null;
        };
    }

    private static String fullName(InboundMessage message) {
        String last = message.lastName();
        return Clean.line(last == null ? message.firstName() : message.firstName() + " " + last);
    }

    /** A name that can be called out: short, in one line, with letters in it. */
    private static @Nullable String greetingName(String firstName) {
        String name = Clean.line(firstName);
        return name.codePoints().anyMatch(Character::isLetter) ? Shown.quoted(name, LONGEST_NAME) : null;
    }
}
