package io.orbita.programs;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonFile;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
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
    private final PrintedFiles printed;
    private final Clock clock;

    ProgramData(
            ProgramRows rows,
            VersionRows versions,
            Clients clients,
            DueWork due,
            JdbcClient jdbc,
            PrintedFiles printed,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.clients = clients;
        this.due = due;
        this.jdbc = jdbc;
        this.printed = printed;
        this.clock = clock;
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
            one.put("created_at", Sql.at(program.createdAt()).toString());
            versions.find(business, program.id(), program.version())
                    .ifPresent(kept -> one.put("content", kept.content()));
            programs.add(one);
        }
        return Map.of("programs", programs);
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        Set<Long> members = clients.members(business, client);
        // Whoever is making one of them waits here, or has written its version already.
        jdbc.sql(
                        "select id from programs.program where business_id = :business and client_id = any(:clients) order by id for update")
                .param("business", business.value())
                .param("clients", members.toArray(Long[]::new))
                .query(Long.class)
                .list();
        printed.remove(business, members);
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
        // What is not made yet is owed to nobody.
        jdbc.sql("""
                        update programs.program set state = 'withdrawn', withdrawn_at = :now
                         where business_id = :business and client_id = any(:clients) and version = 0 and state <> 'withdrawn'
                        """)
                .param("business", business.value())
                .param("clients", members.toArray(Long[]::new))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonFile> files(BusinessId business, ClientId client) {
        var files = new ArrayList<PersonFile>();
        for (ProgramRow program : rows.of(business, clients.members(business, client))) {
            versions.find(business, program.id(), program.version())
                    .flatMap(kept -> printed.get(business, kept.file()))
                    .ifPresent(bytes -> files.add(new PersonFile(program.id() + ".pdf", bytes)));
        }
        return files;
    }
}
