package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works in a business, as other rooms see it. */
@Component
@Transactional(readOnly = true)
public class Staff {
    static final RowMapper<StaffMember> MEMBER = (row, index) ->
            new StaffMember(row.getLong("id"), row.getString("name"), Role.valueOf(row.getString("role")));

    private final JdbcClient jdbc;

    Staff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The active staff user of that id. */
    public Optional<StaffMember> find(BusinessId business, long user) {
        return jdbc.sql("""
                        select id, name, role from businesses.staff
                         where business_id = :business and id = :user and active
                        """)
                .param("business", business.value())
                .param("user", user)
                .query(MEMBER)
                .optional();
    }

    /** All active staff users, by name. */
    public List<StaffMember> all(BusinessId business) {
        return jdbc.sql("""
                        select id, name, role from businesses.staff
                         where business_id = :business and active order by name collate platform.people, id
                        """).param("business", business.value()).query(MEMBER).list();
    }

    /** A staff user, and whether they still work here. */
    record Known(StaffMember member, boolean active) {}

    /** All staff users that ever were, those who work here first, then by name. */
    List<Known> everKnown(BusinessId business) {
        return jdbc.sql("""
                        select id, name, role, active from businesses.staff
                         where business_id = :business order by active desc, name collate platform.people, id
                        """)
                .param("business", business.value())
                .query((row, index) -> new Known(
                        new StaffMember(row.getLong("id"), row.getString("name"), Role.valueOf(row.getString("role"))),
                        row.getBoolean("active")))
                .list();
    }
}
