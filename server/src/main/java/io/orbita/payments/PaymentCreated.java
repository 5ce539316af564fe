package io.orbita.payments;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;

/** A client was given a link to pay. */
public record PaymentCreated(BusinessId business, PaymentId payment, ClientId client, Money amount)
        implements DomainEvent {}
