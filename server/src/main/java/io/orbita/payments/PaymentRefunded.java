package io.orbita.payments;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;

/**
 * Money went back.
 *
 * @param amount this refund alone
 * @param full whether nothing of the payment is left
 */
public record PaymentRefunded(BusinessId business, PaymentId payment, ClientId client, Money amount, boolean full)
        implements DomainEvent {}
