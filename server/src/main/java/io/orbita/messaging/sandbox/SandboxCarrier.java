package io.orbita.messaging.sandbox;

import io.orbita.messaging.Channel;
import io.orbita.messaging.Content;
import io.orbita.messaging.channel.Carrier;
import io.orbita.messaging.channel.ChatParts;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;

/** The sandbox's bot behind the port of the queue; it is as strict as Telegram about what exists. */
@Component
class SandboxCarrier implements Carrier {
    private final SandboxChats chats;
    private final FileStore files;

    SandboxCarrier(SandboxChats chats, FileStore files) {
        this.chats = chats;
        this.files = files;
    }

    @Override
    public Channel channel() {
        return Channel.SANDBOX;
    }

    @Override
    public Capabilities capabilities() {
        return ChatParts.MESSENGER;
    }

    @Override
    public int parts(Content content) {
        return ChatParts.of(content).size();
    }

    @Override
    public Outcome carry(BusinessId business, Parcel parcel) {
        var part = ChatParts.of(parcel.content()).get(parcel.part());
        Edited edits = parcel.edits();
        if (edits != null
                && chats.change(business, parcel.address(), Long.parseLong(edits.messageId()), part, !edits.file())) {
            return new Outcome.Sent(edits.messageId(), null);
        }
        Content.Document document = part.file() ? parcel.content().document() : null;
        int size = 0;
        if (document != null) {
            var bytes = files.get(business, document.file());
            if (bytes.isEmpty()) {
                return new Outcome.Wrong(Fault.FILE, "the file is not there");
            }
            size = bytes.get().length;
        }
        return new Outcome.Sent(
                Long.toString(chats.say(business, parcel.address(), parcel.key(), part, document, size)), null);
    }
}
