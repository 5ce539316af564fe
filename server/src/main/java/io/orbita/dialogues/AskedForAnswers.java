package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/**
 * A client who paid before they answered was asked for the answers.
 *
 * @param reason why, unique in the business: {@code payment:12}
 */
public record AskedForAnswers(BusinessId business, ClientId client, String reason) implements DomainEvent {}
