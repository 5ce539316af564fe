package io.orbita.clients.fields;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The own fields of a business. Keys that are not defined, such as those of questions, are kept as they come. */
@Component
@Transactional
public class CustomFields {
    private final JdbcClient jdbc;
    private final Clock clock;

    CustomFields(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All fields in the owner's order, the archived ones last. */
    @Transactional(readOnly = true)
    public List<CustomField> all(BusinessId business) {
        return jdbc.sql("""
                        select key, title, type, choices, position, archived from clients.field
                         where business_id = :business order by archived, position, key
                        """)
                .param("business", business.value())
                .query((row, _) -> row(row))
                .list();
    }

    private static CustomField row(ResultSet row) throws SQLException {
        return new CustomField(
                row.getString("key"),
                row.getString("title"),
                CustomField.Type.of(row.getString("type")),
                List.of((String[]) row.getArray("choices").getArray()),
                row.getInt("position"),
                row.getBoolean("archived"));
    }

    /**
     * The values as they are kept, checked by what the business says of their keys.
     *
     * @throws Invalid naming {@code custom.key} when a value does not fit
     */
    @Transactional(readOnly = true)
    public Map<String, Object> checked(BusinessId business, Map<String, Object> before, Map<String, Object> custom) {
        if (custom.isEmpty() || custom.equals(before)) {
            return custom;
        }
        var checked = new LinkedHashMap<>(custom);
        for (CustomField field : all(business)) {
            Object value = checked.get(field.key());
            if (value != null && !value.equals(before.get(field.key()))) {
                checked.put(
                        field.key(),
                        field.read(value)
                                .orElseThrow(() -> new Invalid("custom." + field.key(), "format", field.accepted())));
            }
        }
        return checked;
    }

    Optional<CustomField> find(BusinessId business, String key) {
        return all(business).stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Returns whether the key was free. */
    boolean insert(BusinessId business, CustomField field) {
        return jdbc.sql("""
                                insert into clients.field (business_id, key, title, type, choices, position, archived, created_at)
                                values (:business, :key, :title, :type, :choices, :position, :archived, :now) on conflict do nothing
                                """)
                        .params(values(business, field))
                        .param("type", field.type().code())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    void update(BusinessId business, CustomField field) {
        jdbc.sql("""
                        update clients.field set title = :title, choices = :choices, position = :position, archived = :archived
                         where business_id = :business and key = :key
                        """).params(values(business, field)).update();
    }

    private static Map<String, Object> values(BusinessId business, CustomField field) {
        return Map.of(
                "business", business.value(),
                "key", field.key(),
                "title", field.title(),
                "choices", field.choices().toArray(String[]::new),
                "position", field.position(),
                "archived", field.archived());
    }
}
