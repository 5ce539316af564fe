package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

/** The fields of a card that a merge may carry over, filled ones only: columns by name, own fields as {@code custom.key}, tags as {@code tag.name}. */
@Component
class CardFields {
    /** Columns; constants of the code, so they may stand in statements. */
    static final List<String> COLUMNS = List.of(
            "name",
            "username",
            "source",
            "assigned_to",
            "gender",
            "birth_date",
            "age",
            "experience",
            "goal",
            "height_cm",
            "weight_kg",
            "lifestyle",
            "days_per_week",
            "location",
            "equipment",
            "limitations",
            "limitations_text",
            "notes",
            "zone",
            "next_contact_at");

    static final String CUSTOM = "custom.";
    static final String TAG = "tag.";
    private static final Map<String, String> EMPTY = Map.of("name", "\"\"", "equipment", "[]", "limitations", "[]");

    private static final String SET = "("
            + String.join(", ", COLUMNS) + ") = (select "
            + COLUMNS.stream().map(column -> "p." + column).collect(Collectors.joining(", "))
            + " from jsonb_populate_record(c, :patch::jsonb) p)";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CardFields(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        // A number of an owner's field has to come back as it was, however long it is.
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /** Whether a caller may choose it. */
    static boolean known(String field) {
        return COLUMNS.contains(field) || field.startsWith(CUSTOM) && field.length() > CUSTOM.length();
    }

    Map<String, JsonNode> read(BusinessId business, long client) {
        JsonNode row = json.readTree(
                jdbc.sql("select to_jsonb(c) from clients.client c where business_id = :business and id = :client")
                        .param("business", business.value())
                        .param("client", client)
                        .query(String.class)
                        .single());
        var fields = new LinkedHashMap<String, JsonNode>();
        for (String column : COLUMNS) {
            JsonNode value = row.path(column);
            if (!value.isNull() && !value.toString().equals(EMPTY.get(column))) {
                fields.put(column, value);
            }
        }
        row.path("custom").properties().forEach(own -> {
            if (!own.getValue().isNull()) {
                fields.put(CUSTOM + own.getKey(), own.getValue());
            }
        });
        jdbc.sql("select tag from clients.tag where business_id = :business and client_id = :client order by tag")
                .param("business", business.value())
                .param("client", client)
                .query(String.class)
                .list()
                .forEach(tag -> fields.put(TAG + tag, BooleanNode.TRUE));
        return fields;
    }

    /** Writes these fields; a null node empties one. */
    void write(BusinessId business, long client, Map<String, JsonNode> changes) {
        var patch = json.createObjectNode();
        var own = json.createObjectNode();
        var gone = new java.util.ArrayList<String>();
        var tags = new java.util.ArrayList<String>();
        var untagged = new java.util.ArrayList<String>();
        changes.forEach((field, value) -> {
            if (field.startsWith(TAG)) {
                (value.isNull() ? untagged : tags).add(field.substring(TAG.length()));
            } else if (field.startsWith(CUSTOM)) {
                if (value.isNull()) {
                    gone.add(field.substring(CUSTOM.length()));
                } else {
                    own.set(field.substring(CUSTOM.length()), value);
                }
            } else {
                patch.set(field, value.isNull() ? json.readTree(EMPTY.getOrDefault(field, "null")) : value);
            }
        });
        jdbc.sql("update clients.client c set " + SET + """
                        , custom = (custom || :own::jsonb) - :gone::text[]
                         where business_id = :business and id = :client
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("patch", patch.toString())
                .param("own", own.toString())
                .param("gone", gone.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into clients.tag (business_id, tag, client_id)
                        select :business, tag, :client from unnest(:tags) as tag on conflict do nothing
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("tags", tags.toArray(String[]::new))
                .update();
        jdbc.sql("delete from clients.tag where business_id = :business and client_id = :client and tag = any(:tags)")
                .param("business", business.value())
                .param("client", client)
                .param("tags", untagged.toArray(String[]::new))
                .update();
    }
}
