package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/** A client began to answer. {@code run} is the pass; a second pass is another run. */
public record QuestionnaireStarted(BusinessId business, ClientId client, long run) implements DomainEvent {}
