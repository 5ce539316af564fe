package io.orbita.programs;

import static io.orbita.platform.jdbc.Sql.at;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives out and forgets a person's programmes; that there was one, and when, is kept. */
@Component
@Transactional
class ProgramData implements PersonalData {
    private final ProgramRows rows;
    private final VersionRows versions;
    private final Clients clients;
    private final DueWork due;
    private final JdbcClient jdbc;

    ProgramData(ProgramRows rows, VersionRows versions, Clients clients, DueWork due, JdbcClient jdbc) {
        this.rows = rows;
        this.versions = versions;
        this.clients = clients;
        this.due = due;
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "programs";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(BusinessId business, ClientId client) {
        var programs = new ArrayList<Map<String, Object>>();
        for (ProgramRow program : rows.of(business, clients.members(business, client))) {
            var one = new LinkedHashMap<String, Object>();
            one.put("id", program.id());
            one.put("paid", program.paid());
            one.put("weeks", program.weeks());
            one.put("state", program.state().wire());
            one.put("created_at", at(program.createdAt()).toString());
            versions.find(business, program.id(), program.version())
                    .ifPresent(kept -> one.put("content", kept.content()));
            programs.add(one);
        }
        return Map.of("programs", programs);
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        Set<Long> members = clients.members(business, client);
        List<ProgramRow> own = rows.of(business, members);
        for (ProgramRow program : own) {
            due.cancel(Making.KIND, business, Making.ref(program.id()));
            due.cancel(Making.KIND, business, Making.refAgain(program.id()));
        }
        jdbc.sql("select programs.forget(:business, :clients)")
                .param("business", business.value())
                .param("clients", members.toArray(Long[]::new))
                .query((_, _) -> Boolean.TRUE)
                .list();
    }
}
