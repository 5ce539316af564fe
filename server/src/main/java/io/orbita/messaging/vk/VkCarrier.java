package io.orbita.messaging.vk;

import io.orbita.messaging.Channel;
import io.orbita.messaging.Content;
import io.orbita.messaging.channel.Carrier;
import io.orbita.messaging.channel.ChatParts;
import io.orbita.messaging.channel.LongText;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.messaging.channel.Outcome.Wrong;
import io.orbita.messaging.telegram.SendingPace;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** VK behind the port of the queue. */
@Component
class VkCarrier implements Carrier {
    private static final int PER_SECOND = 18;
    // VK takes 9,000 characters; the inbox and every other messenger of ours keep 4,096.
    private static final Capabilities CAPABILITIES =
            new Capabilities(LongText.LIMIT, LongText.LIMIT, true, false, true, true);

    private final VkGroups groups;
    private final VkLine line;
    private final FileStore files;
    private final SendingPace pace;

    VkCarrier(VkGroups groups, VkLine line, FileStore files, Clock clock) {
        this.groups = groups;
        this.line = line;
        this.files = files;
        this.pace = new SendingPace(clock, PER_SECOND);
    }

    @Override
    public Channel channel() {
        return Channel.VK;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public boolean ready(BusinessId business) {
        return groups.connected(business);
    }

    @Override
    public int parts(Content content) {
        return ChatParts.of(content, CAPABILITIES).size();
    }

    @Override
    public Duration hold(BusinessId business, String address) {
        return pace.take(business.toString(), address);
    }

    @Override
    public void pause(BusinessId business, String address, Duration delay) {
        pace.pause(business.toString(), address, delay);
    }

    @Override
    public Outcome carry(BusinessId business, Parcel parcel) {
        Optional<String> token = groups.token(business);
        if (token.isEmpty() || groups.of(business).isEmpty()) {
            return new Outcome.BotBroken("сообщество не подключено");
        }
        var client = new VkClient(line, token.get());
        var part = ChatParts.of(parcel.content(), CAPABILITIES).get(parcel.part());
        String attachment = null;
        if (part.file()) {
            switch (document(business, client, parcel)) {
                case VkClient.Kept.Document kept -> attachment = kept.attachment();
                case VkClient.Kept.Failed failed -> {
                    return failed.outcome();
                }
            }
        }
        var outcome = deliver(client, parcel, part, attachment);
        // A link that VK does not like must not keep the words back.
        return outcome instanceof Wrong wrong && wrong.fault() == Fault.KEYBOARD
                ? deliver(client, parcel, ChatParts.withLinksInText(part), attachment)
                : outcome;
    }

    private static Outcome deliver(VkClient client, Parcel parcel, ChatParts.Part part, @Nullable String attachment) {
        long message = message(parcel.key());
        var keyboard = VkKeyboards.of(part.keyboard(), message);
        var edits = parcel.edits();
        if (edits != null && !edits.file()) {
            var outcome = client.edit(parcel.address(), edits.messageId(), part.text(), keyboard);
            if (!(outcome instanceof Wrong wrong) || wrong.fault() == Fault.KEYBOARD) {
                return outcome;
            }
            // What cannot be changed any more is said anew: the person pressed and waits.
        }
        return client.send(parcel.address(), random(message, parcel.part()), part.text(), keyboard, attachment);
    }

    private VkClient.Kept document(BusinessId business, VkClient client, Parcel parcel) {
        var document = parcel.content().document();
        if (document == null) {
            return new VkClient.Kept.Failed(new Wrong(Fault.OTHER, "no document"));
        }
        return files.get(business, document.file())
                .map(bytes -> client.document(parcel.address(), document.fileName(), document.mimeType(), bytes))
                .orElseGet(() -> new VkClient.Kept.Failed(new Wrong(Fault.FILE, "the file is not there")));
    }

    /** A number of the message and its part: VK takes what comes twice with it for one. */
    static int random(long message, int part) {
        int random = (int) ((message * 16 + part % 16) & 0x7fffffff);
        return random == 0 ? 1 : random;
    }

    private static long message(String key) {
        return Long.parseLong(key.substring(0, key.indexOf('-')));
    }

    @Override
    public void acknowledge(BusinessId business, String callbackId) {
        var parts = callbackId.split(":", 3);
        if (parts.length == 3) {
            groups.token(business)
                    .ifPresent(token -> new VkClient(line, token).acknowledge(parts[0], parts[1], parts[2]));
        }
    }
}
