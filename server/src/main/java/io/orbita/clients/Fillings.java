package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an empty field of the standing card takes from the merged one. No filled field is touched, and the names of the filled ones are kept, so that
 * an undo takes back exactly these, unless somebody changed them since.
 */
@Component
class Fillings {
    /** A column and what it holds when it is empty; both are constants of the code and may stand in statements. */
    private record Field(String column, String empty) {}

    private static final List<Field> FIELDS = List.of(
            new Field("name", "''"),
            new Field("username", "null"),
            new Field("assigned_to", "null"),
            new Field("gender", "null"),
            new Field("birth_date", "null"),
            new Field("age", "null"),
            new Field("experience", "null"),
            new Field("goal", "null"),
            new Field("height_cm", "null"),
            new Field("weight_kg", "null"),
            new Field("lifestyle", "null"),
            new Field("days_per_week", "null"),
            new Field("location", "null"),
            new Field("equipment", "'{}'"),
            new Field("limitations", "'{}'"),
            new Field("limitations_text", "null"),
            new Field("notes", "null"),
            new Field("zone", "null"),
            new Field("next_contact_at", "null"));

    private static final String FOUND = FIELDS.stream()
            .map(field -> "case when s.%1$s is not distinct from %2$s and m.%1$s is distinct from %2$s then '%1$s' end"
                    .formatted(field.column(), field.empty()))
            .collect(Collectors.joining(",\n"));
    private static final String FILLED = FIELDS.stream()
            .map(field -> "%1$s = case when s.%1$s is not distinct from %2$s then m.%1$s else s.%1$s end"
                    .formatted(field.column(), field.empty()))
            .collect(Collectors.joining(",\n"));
    private static final String EMPTIED = FIELDS.stream()
            .map(field ->
                    "%1$s = case when '%1$s' = any(:filled) and s.%1$s is not distinct from m.%1$s then %2$s else s.%1$s end"
                            .formatted(field.column(), field.empty()))
            .collect(Collectors.joining(",\n"));
    private static final String BOTH = """
             where s.business_id = :business and s.id = :standing and m.business_id = :business and m.id = :merged
            """;
    private static final String CUSTOM = "custom.";
    private static final String TAG = "tag.";

    private final JdbcClient jdbc;

    Fillings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which fields the merged card would fill. */
    List<String> found(BusinessId business, long standing, long merged) {
        return jdbc.sql("""
                        select field from clients.client s, clients.client m,
                               unnest(array[%s]
                                 || array(select 'custom.' || key from jsonb_object_keys(m.custom) as key where not jsonb_exists(s.custom, key))
                                 || array(select 'tag.' || tag from clients.tag t where t.business_id = :business and t.client_id = m.id
                                           and not exists (select from clients.tag o
                                                            where o.business_id = :business and o.tag = t.tag and o.client_id = s.id))) as field
                        %s and field is not null
                        """.formatted(FOUND, BOTH))
                .param("business", business.value())
                .param("standing", standing)
                .param("merged", merged)
                .query(String.class)
                .list();
    }

    /** Fills them. */
    void fill(BusinessId business, long standing, long merged) {
        jdbc.sql("update clients.client s set %s, custom = m.custom || s.custom from clients.client m %s"
                        .formatted(FILLED, BOTH))
                .param("business", business.value())
                .param("standing", standing)
                .param("merged", merged)
                .update();
        jdbc.sql("""
                        insert into clients.tag (business_id, tag, client_id)
                        select business_id, tag, :standing from clients.tag where business_id = :business and client_id = :merged
                        on conflict do nothing
                        """)
                .param("business", business.value())
                .param("standing", standing)
                .param("merged", merged)
                .update();
    }

    /** Takes back what still is as it was filled. */
    void empty(BusinessId business, long standing, long merged, List<String> filled) {
        jdbc.sql("""
                        update clients.client s set %s,
                               custom = s.custom - array(select key from unnest(:keys) as key where s.custom -> key = m.custom -> key)
                          from clients.client m %s
                        """.formatted(EMPTIED, BOTH))
                .param("business", business.value())
                .param("standing", standing)
                .param("merged", merged)
                .param("filled", filled.toArray(String[]::new))
                .param("keys", named(filled, CUSTOM))
                .update();
        jdbc.sql("delete from clients.tag where business_id = :business and client_id = :standing and tag = any(:tags)")
                .param("business", business.value())
                .param("standing", standing)
                .param("tags", named(filled, TAG))
                .update();
    }

    private static String[] named(List<String> filled, String prefix) {
        var names = new ArrayList<String>();
        for (String field : filled) {
            if (field.startsWith(prefix)) {
                names.add(field.substring(prefix.length()));
            }
        }
        return names.toArray(String[]::new);
    }
}
