package io.orbita.clients;

import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door of the room: who the clients are. Every verb runs in the caller's transaction, or in one of its own. */
@Component
public class Clients {
    /** Finds the client whom this verified identity belongs to, or makes one with a lead {@code new} and tells {@link ClientAppeared}. */
    public Arrival arrive(BusinessId business, Identity verified, Newcomer newcomer, String cause) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** The client of a verified identity. */
    public Optional<ClientId> byIdentity(BusinessId business, Identity verified) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** All clients merged into the same person as this one, itself among them. */
    public Set<Long> members(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** The client that stands for the person: follows merges; the argument when it was never merged. */
    public ClientId standing(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Whether there is such a client. */
    public boolean exists(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Names by id, for lists of other rooms; unknown ids are left out. */
    public Map<Long, String> names(BusinessId business, Collection<Long> clients) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** How to reach the client. */
    public Contacts contacts(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Adds a phone or e-mail; an unverified one never finds or moves anything. */
    public void addIdentity(BusinessId business, ClientId client, Identity identity, boolean verified) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Marks an identity as one that no longer takes messages (blocked bot), or that takes them again. */
    public void reachable(BusinessId business, Identity identity, boolean reachable) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Lays answers over the profile: keys of {@link Profile} in snake case, other keys become custom fields. */
    public void learn(BusinessId business, ClientId client, Map<String, Object> facts) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** What is known of the client. */
    public Profile profile(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** The stage where the client stands, as the pipeline says; null for none. */
    public @Nullable Long stage(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Locks the client's row for the rest of the transaction and returns the stage where it stands. */
    public @Nullable Long lockStage(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** The pipeline tells where the client stands now. */
    public void standsAt(BusinessId business, ClientId client, long stage) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** How many clients stand at each stage. */
    public Map<Long, Long> countByStage(BusinessId business) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Adds to what the client has paid in all; negative for a refund. */
    public void paid(BusinessId business, ClientId client, Money amount) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Somebody wrote to or from the client at that time. */
    public void contacted(BusinessId business, ClientId client, Instant at) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Writes one line of the client's history. */
    public void remember(BusinessId business, ClientId client, TimelineEntry entry) {
        throw new UnsupportedOperationException("the door is not open yet");
    }
}
