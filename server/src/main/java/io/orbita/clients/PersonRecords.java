package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows about a person as they stand, for an export. */
@Component
class PersonRecords {
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("consents", "clients.consent");
        PARTS.put("leads", "clients.lead");
        PARTS.put("actions", "clients.action");
        PARTS.put("contacts", "clients.contact");
        PARTS.put("timeline", "clients.timeline");
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PersonRecords(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Part to rows, the oldest first, at most so many each. */
    Map<String, List<JsonNode>> of(BusinessId business, List<Long> members, int most) {
        var records = new LinkedHashMap<String, List<JsonNode>>();
        PARTS.forEach((part, table) -> records.put(
                part,
                jdbc.sql(
                                "select to_jsonb(t) - 'business_id' from " + table
                                        + " t where business_id = :business and client_id = any(:members) order by id limit :most")
                        .param("business", business.value())
                        .param("members", members.toArray(Long[]::new))
                        .param("most", most)
                        .query((row, _) -> json.readTree(row.getString(1)))
                        .list()));
        return records;
    }
}
