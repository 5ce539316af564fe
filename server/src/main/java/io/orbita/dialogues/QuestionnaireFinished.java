package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/**
 * A client answered everything; the answers are in the profile already.
 *
 * @param first whether this is the first finished run of this client
 * @param warning whether an answer about health calls for a doctor's note
 */
public record QuestionnaireFinished(BusinessId business, ClientId client, long run, boolean first, boolean warning)
        implements DomainEvent {}
