package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.WeekOutcome;

/** A client said how a week went, or said it anew. */
public record CheckinAnswered(BusinessId business, ClientId client, long program, int week, WeekOutcome outcome)
        implements DomainEvent {}
