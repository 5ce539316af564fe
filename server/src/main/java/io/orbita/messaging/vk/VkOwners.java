package io.orbita.messaging.vk;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which business of this installation has which community; a table of the platform, since no tenant sees the rows of another. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class VkOwners {
    private final JdbcClient jdbc;
    private final Clock clock;

    VkOwners(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The community is the business's own from now on, and the only one.
     *
     * @throws GroupTaken when another business has it; of two that ask at once the first to commit gets it
     */
    void claim(BusinessId business, String group) {
        jdbc.sql("delete from messaging.vk_owner where business_id = :business and group_id <> :group")
                .param("business", business.value())
                .param("group", group)
                .update();
        jdbc.sql("""
                        insert into messaging.vk_owner (group_id, business_id, since) values (:group, :business, :now)
                        on conflict (group_id) do nothing
                        """)
                .param("group", group)
                .param("business", business.value())
                .param("now", Sql.at(clock.instant()))
                .update();
        boolean ours = jdbc.sql(
                        "select exists (select 1 from messaging.vk_owner where group_id = :group and business_id = :business)")
                .param("group", group)
                .param("business", business.value())
                .query(Boolean.class)
                .single();
        if (!ours) {
            throw new GroupTaken();
        }
    }

    /** The business has no community any more. */
    void release(BusinessId business) {
        jdbc.sql("delete from messaging.vk_owner where business_id = :business")
                .param("business", business.value())
                .update();
    }
}
