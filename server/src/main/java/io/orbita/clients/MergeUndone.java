package io.orbita.clients;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;

/** A merge was taken back: both cards stand for themselves again. The members are those of {@link ClientsMerged}. */
public record MergeUndone(
        BusinessId business,
        long merge,
        ClientId standing,
        ClientId merged,
        @Nullable Long by) implements DomainEvent {}
