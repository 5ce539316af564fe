package io.orbita.messaging.telegram;

import io.orbita.messaging.Channel;
import io.orbita.messaging.Content;
import io.orbita.messaging.channel.Carrier;
import io.orbita.messaging.channel.ChatParts;
import io.orbita.messaging.channel.Dispatch;
import io.orbita.messaging.channel.Keyboard;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.messaging.channel.Outcome.Wrong;
import io.orbita.messaging.channel.TextFormat;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Telegram behind the port of the queue. */
@Component
class TelegramCarrier implements Carrier {
    private final TelegramBots bots;
    private final TelegramLine line;
    private final SendingPace pace;
    private final KnownFiles knownFiles;
    private final FileStore files;

    TelegramCarrier(TelegramBots bots, TelegramLine line, SendingPace pace, KnownFiles knownFiles, FileStore files) {
        this.bots = bots;
        this.line = line;
        this.pace = pace;
        this.knownFiles = knownFiles;
        this.files = files;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public Capabilities capabilities() {
        return ChatParts.MESSENGER;
    }

    @Override
    public boolean ready(BusinessId business) {
        return bots.connected(business);
    }

    @Override
    public int parts(Content content) {
        return ChatParts.of(content).size();
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
        Optional<BotToken> token = bots.token(business);
        if (token.isEmpty()) {
            return new Outcome.BotBroken("бот не подключён");
        }
        var client = new TelegramBotClient(line, token.get());
        var part = ChatParts.of(parcel.content()).get(parcel.part());
        var outcome = deliver(business, client, token.get(), parcel, part);
        // Telegram refuses links that it cannot reach, such as localhost; the words must arrive all the same.
        return outcome instanceof Wrong wrong && wrong.fault() == Fault.KEYBOARD
                ? deliver(business, client, token.get(), parcel, ChatParts.withLinksInText(part))
                : outcome;
    }

    private Outcome deliver(
            BusinessId business, TelegramBotClient client, BotToken token, Parcel parcel, ChatParts.Part part) {
        if (parcel.edits() != null) {
            var outcome = client.deliver(parcel.address(), edit(parcel.edits(), part));
            if (!(outcome instanceof Wrong wrong) || wrong.fault() == Fault.KEYBOARD) {
                return outcome;
            }
            // What cannot be changed any more is said anew: the person pressed and waits.
        }
        if (!part.file()) {
            return client.deliver(parcel.address(), new Dispatch.Text(part.text(), TextFormat.PLAIN, part.keyboard()));
        }
        return document(business, client, token, parcel, part);
    }

    private Outcome document(
            BusinessId business, TelegramBotClient client, BotToken token, Parcel parcel, ChatParts.Part part) {
        Content.Document document = parcel.content().document();
        if (document == null) {
            return new Wrong(Fault.OTHER, "no document");
        }
        Optional<byte[]> bytes = files.get(business, document.file());
        if (bytes.isEmpty()) {
            return new Wrong(Fault.FILE, "the file is not there");
        }
        var outcome = client.deliver(
                parcel.address(),
                new Dispatch.Document(
                        bytes.get(),
                        document.fileName(),
                        document.mimeType(),
                        part.text().isEmpty() ? null : part.text(),
                        part.keyboard(),
                        knownFiles
                                .find(business, token.botId(), document.file())
                                .orElse(null)));
        if (outcome instanceof Outcome.Sent sent && sent.fileId() != null) {
            knownFiles.keep(business, token.botId(), document.file(), sent.fileId());
        }
        return outcome;
    }

    private static Dispatch edit(Edited edited, ChatParts.Part part) {
        Keyboard.@Nullable Inline keyboard = part.keyboard() instanceof Keyboard.Inline inline ? inline : null;
        return edited.file() && keyboard != null
                ? new Dispatch.Ticks(edited.messageId(), keyboard)
                : new Dispatch.Rewrite(edited.messageId(), part.text(), TextFormat.PLAIN, keyboard);
    }

    @Override
    public void acknowledge(BusinessId business, String callbackId) {
        bots.token(business)
                .ifPresent(token ->
                        new TelegramBotClient(line, token).deliver("0", new Dispatch.Acknowledge(callbackId, null)));
    }
}
