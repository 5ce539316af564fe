package io.orbita.messaging.channel;

import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;

/** Where a bot can be opened by a link. */
public interface BotAddress {
    /** The address that opens the bot with this payload of {@code /start}; empty when the business has no bot here. In a transaction. */
    Optional<String> link(BusinessId business, String payload);
}
