package io.orbita.pipeline;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;

/**
 * A client stands at another stage now.
 *
 * @param cause {@code bot}, {@code form}, {@code chat} or {@code purchase} (how they came), {@code payment_created}, {@code payment}, {@code program},
 *     {@code undeliverable}, {@code finished}, {@code manual}, {@code import}, {@code undo}, {@code merge}
 * @param cycle 1 for the first purchase cycle of the client, growing with each repeat purchase
 */
public record Moved(
        BusinessId business,
        ClientId client,
        long move,
        @Nullable Long from,
        long to,
        String cause,
        int cycle) implements DomainEvent {}
