package io.orbita.messaging.inbox;

import io.orbita.clients.ClientId;
import io.orbita.clients.Identity;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Conversation;
import io.orbita.messaging.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as this room keeps it.
 *
 * @param address the chat; for e-mail the keyed hash of the address, which {@code sealedAddress} holds encrypted
 */
public record Talk(
        long id,
        Channel channel,
        String address,
        byte @Nullable [] sealedAddress,
        @Nullable Long client,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String username,
        boolean reachable) {

    static final String COLUMNS =
            "id, channel, address, sealed_address, client_id, first_name, last_name, username, reachable";

    static Talk read(ResultSet row, int index) throws SQLException {
        return new Talk(
                row.getLong("id"),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                row.getBytes("sealed_address"),
                row.getObject("client_id", Long.class),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("username"),
                row.getBoolean("reachable"));
    }

    public @Nullable ClientId clientId() {
        return client == null ? null : new ClientId(client);
    }

    /** Who writes, as the channel proves it; an address of e-mail is known to the vault only. */
    public Identity identity(String clearAddress) {
        return new Identity(channel.identity(), clearAddress);
    }

    /** As other rooms see it. */
    public Conversation shown() {
        return new Conversation(new ConversationId(id), channel, clientId(), reachable);
    }

    /** What the person calls themselves in the channel; empty when nothing is known. */
    public String title() {
        var name = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
        return name.isEmpty() && username != null ? "@" + username : name;
    }
}
