package io.orbita.messaging.channel;

import io.orbita.messaging.Channel;
import io.orbita.messaging.Content;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One channel as the queue sees it. Called inside the business and outside any transaction, unless a method says otherwise. */
public interface Carrier {
    /** Which channel it carries for. */
    Channel channel();

    /** What the channel can do; what it cannot is said in words instead. */
    Capabilities capabilities();

    /** Whether the business has set it up: a bot, a community, a mail server. Inside a transaction, without calling out. */
    default boolean ready(BusinessId business) {
        return true;
    }

    /** How many things go out for this content: at least one. A pure function. */
    int parts(Content content);

    /** Zero when one thing may go to that address now, which is then counted; else how long to wait. Must not call out. */
    default Duration hold(BusinessId business, String address) {
        return Duration.ZERO;
    }

    /** The provider asked to wait before anything more goes to that address. */
    default void pause(BusinessId business, String address, Duration delay) {}

    /** One attempt; never throws for what the network or the provider does. */
    Outcome carry(BusinessId business, Parcel parcel);

    /** Tells the provider that a press was seen, as well as it can: nobody waits for the outcome. */
    default void acknowledge(BusinessId business, String callbackId) {}

    /**
     * What a channel can do.
     *
     * @param textLimit UTF-16 units of one message
     * @param captionLimit UTF-16 units that may stand with a file
     * @param presses whether a button can tell us something; where it cannot, only links are shown
     * @param contact whether the person can share the own number by a button
     * @param documents whether a file goes along
     * @param edits whether a message that has arrived can be changed
     */
    record Capabilities(
            int textLimit, int captionLimit, boolean presses, boolean contact, boolean documents, boolean edits) {}

    /**
     * What goes out.
     *
     * @param address where to: the chat, or the e-mail in the clear
     * @param key names this part for ever: the same key is the same thing, sent again
     * @param part which part of the content, from 0
     * @param edits the message that is replaced, null for a new one
     */
    record Parcel(
            String address,
            String key,
            Content content,
            int part,
            @Nullable Edited edits) {}

    /** An earlier message as the provider knows it, and whether a file hangs on it. */
    record Edited(String messageId, boolean file) {}
}
