package io.orbita.messaging.spi;

import io.orbita.platform.tenancy.BusinessId;

/**
 * Who answers. Called once for each new message, in order within a conversation, inside the transaction that marks it as handled: what is queued
 * here through the door of messaging leaves exactly when that transaction commits.
 */
public interface Inbound {
    void on(BusinessId business, InboundMessage message);
}
