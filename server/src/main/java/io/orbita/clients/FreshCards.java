package io.orbita.clients;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * New cards, written whole with one statement: the card, the words and phone tails it is found by, its tags and what the client is known by. Written one after
 * another these are a dozen statements, and a client is made with each first «hello» and each row of an import.
 */
@Component
class FreshCards {
    private static final String WRITE = """
            with fresh as (
                   insert into clients.client
                          (business_id, id, stands_as, name, username, source, utm, notes, assigned_to, created_at)
                   select :business, id, id, :name, :username, :source, :utm::jsonb, :notes, :staff, :now
                     from (select nextval('clients.client_id_seq') as id) next
                   returning id),
                 words as (
                   insert into clients.word (business_id, word, client_id)
                   select :business, word, fresh.id from fresh, unnest(:words::text[]) as word),
                 tags as (
                   insert into clients.tag (business_id, tag, client_id)
                   select :business, tag, fresh.id from fresh, unnest(:tags::text[]) as tag),
                 known as (
                   insert into clients.identity (business_id, client_id, kind, hash, value, sealed, verified, created_at)
                   select :business, fresh.id, k.kind, k.hash, k.value, decode(k.sealed, 'hex'), true, :now
                     from fresh, unnest(:kinds::text[], :hashes::text[], :values::text[], :sealed::text[])
                                 with ordinality as k (kind, hash, value, sealed, place)
                    order by k.place
                   returning id, hash),
                 tails as (
                   insert into clients.phone_tail (business_id, hash, identity_id)
                   select distinct :business::bigint, t.tail, known.id
                     from known join unnest(:owners::text[], :tails::text[]) as t (owner, tail) on t.owner = known.hash)
            select id from fresh
            """;

    private final JdbcClient jdbc;
    private final Identities identities;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    FreshCards(JdbcClient jdbc, Identities identities, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes a card. The identities are locked, and nobody holds them.
     *
     * @param verified each once
     * @return the id of the client
     */
    long write(
            BusinessId business,
            Newcomer newcomer,
            @Nullable String notes,
            @Nullable Long assignedTo,
            Collection<String> tags,
            Collection<Identity> verified) {
        List<Known> known = verified.stream().map(one -> known(business, one)).toList();
        var owners = new ArrayList<String>();
        var tails = new ArrayList<String>();
        for (Known one : known) {
            for (String tail : one.tails()) {
                owners.add(one.hash());
                tails.add(tail);
            }
        }
        return jdbc.sql(WRITE)
                .param("business", business.value())
                .param("name", newcomer.name())
                .param("username", newcomer.username())
                .param("source", newcomer.source())
                .param("utm", json.writeValueAsString(newcomer.utm()))
                .param("notes", notes == null || notes.isBlank() ? null : notes)
                .param("staff", assignedTo)
                .param("now", Sql.at(clock.instant()))
                .param("words", Words.of(newcomer.name(), newcomer.username(), notes))
                .param("tags", tags.stream().map(String::strip).distinct().toArray(String[]::new))
                .param("kinds", known.stream().map(Known::kind).toArray(String[]::new))
                .param("hashes", known.stream().map(Known::hash).toArray(String[]::new))
                .param("values", known.stream().map(Known::value).toArray(String[]::new))
                .param("sealed", known.stream().map(Known::sealed).toArray(String[]::new))
                .param("owners", owners.toArray(String[]::new))
                .param("tails", tails.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** An identity as it is kept. */
    private record Known(
            String kind,
            String hash,
            @Nullable String value,
            @Nullable String sealed,
            List<String> tails) {}

    private Known known(BusinessId business, Identity identity) {
        Identity.Kind kind = identity.kind();
        String sealed =
                kind.secret() ? HexFormat.of().formatHex(vault.seal(business, kind.field(), identity.value())) : null;
        return new Known(
                kind.name(),
                identities.hash(business, identity),
                kind.secret() ? null : identity.value(),
                sealed,
                kind == Identity.Kind.PHONE ? identities.tailHashes(business, identity.value()) : List.of());
    }
}
