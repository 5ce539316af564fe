package io.orbita.payments;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;

/**
 * The money is taken, proven, once.
 *
 * @param programmeWeeks what the tariff contains: 0 (no programme), 4 or 12
 * @param via {@code webhook}, {@code poll}, {@code manual} or {@code bot}
 */
public record PaymentCompleted(
        BusinessId business, PaymentId payment, ClientId client, Money amount, int programmeWeeks, String via)
        implements DomainEvent {}
