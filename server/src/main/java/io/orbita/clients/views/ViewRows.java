package io.orbita.clients.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.clients.AskedFilter;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Saved views in the database. */
@Component
class ViewRows {
    /** A saved view; {@code owner} is null for one made by a program. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            long id,
            String name,
            @Nullable Long owner,
            boolean shared,
            AskedFilter filter,
            List<String> columns,
            @Nullable String sort,
            int version) {}

    /** What of a view is kept as one value. */
    record Spec(
            AskedFilter filter,
            List<String> columns,
            @Nullable String sort) {}

    private static final String RETURNED = " returning id, name, owner, shared, spec, version";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ViewRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    List<View> all(BusinessId business, @Nullable Long user) {
        return jdbc.sql("""
                        select id, name, owner, shared, spec, version from clients.view
                         where business_id = :business and (shared or owner is not distinct from :user)
                         order by name collate platform.people, id limit 500
                        """)
                .param("business", business.value())
                .param("user", user)
                .query((row, _) -> view(row))
                .list();
    }

    Optional<View> find(BusinessId business, long id) {
        return jdbc.sql("""
                        select id, name, owner, shared, spec, version from clients.view where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> view(row))
                .optional();
    }

    View insert(BusinessId business, @Nullable Long owner, ViewController.Wanted wanted) {
        return jdbc.sql("""
                        insert into clients.view (business_id, name, owner, shared, spec, created_at)
                        values (:business, :name, :owner, :shared, :spec::jsonb, :now)
                        """ + RETURNED)
                .param("business", business.value())
                .param("name", wanted.name().strip())
                .param("owner", owner)
                .param("shared", Boolean.TRUE.equals(wanted.shared()))
                .param("spec", spec(wanted))
                .param("now", Sql.at(clock.instant()))
                .query((row, _) -> view(row))
                .single();
    }

    Optional<View> update(BusinessId business, long id, int version, ViewController.Wanted wanted) {
        return jdbc.sql("""
                        update clients.view set name = :name, shared = :shared, spec = :spec::jsonb, version = version + 1
                         where business_id = :business and id = :id and version = :version
                        """ + RETURNED)
                .param("business", business.value())
                .param("id", id)
                .param("version", version)
                .param("name", wanted.name().strip())
                .param("shared", Boolean.TRUE.equals(wanted.shared()))
                .param("spec", spec(wanted))
                .query((row, _) -> view(row))
                .optional();
    }

    void delete(BusinessId business, long id) {
        jdbc.sql("delete from clients.view where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .update();
    }

    private String spec(ViewController.Wanted wanted) {
        List<String> columns = wanted.columns() == null ? List.of() : wanted.columns();
        return json.writeValueAsString(new Spec(wanted.filter(), columns, wanted.sort()));
    }

    private View view(ResultSet row) throws SQLException {
        Spec spec = json.readValue(row.getString("spec"), Spec.class);
        return new View(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("owner", Long.class),
                row.getBoolean("shared"),
                spec.filter(),
                spec.columns(),
                spec.sort(),
                row.getInt("version"));
    }
}
