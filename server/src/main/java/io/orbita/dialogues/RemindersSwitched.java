package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/** A client asked for silence ({@code on} false), or to be reminded again. */
public record RemindersSwitched(BusinessId business, ClientId client, boolean on) implements DomainEvent {}
