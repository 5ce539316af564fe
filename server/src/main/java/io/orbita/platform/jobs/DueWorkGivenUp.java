package io.orbita.platform.jobs;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/** A piece of due work failed as often as it may; it waits as a dead letter for somebody to retry it. */
public record DueWorkGivenUp(BusinessId business, String kind, String ref) implements DomainEvent {}
