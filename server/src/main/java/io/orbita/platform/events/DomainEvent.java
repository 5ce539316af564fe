package io.orbita.platform.events;

import io.orbita.platform.tenancy.BusinessId;

/**
 * A fact of one business, told in the transaction that made it true: a past-tense record of ids and facts, never of text that can name a
 * person. Listeners in the same transaction ({@code @EventListener}) only touch the database and ignore what is stale; slow work becomes a row
 * of due work ({@link io.orbita.platform.jobs.DueWork}). Each event is also one row of the event log.
 */
public interface DomainEvent {
    /** Whose fact it is. */
    BusinessId business();
}
