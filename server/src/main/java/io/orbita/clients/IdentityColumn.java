package io.orbita.clients;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person is known by as one column of a query of persons, so that a page of them is one statement. */
@Component
class IdentityColumn {
    /** The identities of the person whom the row {@code c} of clients.client stands for, as the column that {@link #read} reads. */
    static final String SQL = """
            (select json_agg(json_build_array(i.id, i.client_id, i.kind, coalesce(i.value, encode(i.sealed, 'hex')), i.verified, i.reachable)
                             order by i.main_at desc nulls last, i.verified desc, i.id)
               from clients.client m
               join clients.identity i on i.business_id = m.business_id and i.client_id = m.id
              where m.business_id = :business and m.stands_as = c.id)
            """;

    private final JsonMapper json;
    private final Vault vault;

    IdentityColumn(JsonMapper json, Vault vault) {
        this.json = json;
        this.vault = vault;
    }

    /** What {@link #SQL} found, in the order of {@link Identities#of}. */
    List<Identities.Known> read(BusinessId business, @Nullable String column) {
        if (column == null) {
            return List.of();
        }
        var known = new ArrayList<Identities.Known>();
        for (JsonNode one : json.readTree(column)) {
            Identity.Kind kind = Identity.Kind.valueOf(one.get(2).asString());
            String text = one.get(3).asString();
            String value = kind.secret()
                    ? vault.open(business, kind.field(), HexFormat.of().parseHex(text))
                    : text;
            known.add(new Identities.Known(
                    one.get(0).asLong(),
                    one.get(1).asLong(),
                    new Identity(kind, value),
                    one.get(4).asBoolean(),
                    one.get(5).asBoolean()));
        }
        return known;
    }
}
