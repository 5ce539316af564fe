package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonFile;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.Programs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives out and forgets what a person measured and said; that there were weeks and a score is kept, without words and figures. */
@Component
@Transactional
class JournalData implements PersonalData {
    private final EntryRows entries;
    private final Clients clients;
    private final Programs programs;
    private final DueWork due;
    private final JdbcClient jdbc;
    private final Photos photos;
    private final MarkRows marks;

    JournalData(
            EntryRows entries,
            Clients clients,
            Programs programs,
            DueWork due,
            JdbcClient jdbc,
            Photos photos,
            MarkRows marks) {
        this.entries = entries;
        this.clients = clients;
        this.programs = programs;
        this.due = due;
        this.jdbc = jdbc;
        this.photos = photos;
        this.marks = marks;
    }

    @Override
    public String part() {
        return "journal";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(BusinessId business, ClientId client) {
        Set<Long> members = clients.members(business, client);
        var measured = new ArrayList<Map<String, Object>>();
        for (Entry entry : entries.of(business, members)) {
            var one = new LinkedHashMap<String, Object>();
            one.put("period", entry.period().wire());
            one.put("measurement_date", entry.measuredOn().toString());
            entry.figures().forEach((measure, value) -> one.put(measure.wire(), value));
            if (entry.notes() != null) {
                one.put("notes", entry.notes());
            }
            measured.add(one);
        }
        return Map.of(
                "measurements",
                measured,
                "checkins",
                checkins(business, members),
                "nps",
                nps(business, members),
                "training_marks",
                marks.export(business, members));
    }

    private List<Map<String, Object>> checkins(BusinessId business, Set<Long> members) {
        return jdbc.sql("""
                        select program_id, week, outcome, pattern, comment, at::text as at from journal.checkin
                         where business_id = :business and client_id = any(:members) order by id
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> nps(BusinessId business, Set<Long> members) {
        return jdbc.sql("""
                        select program_id, score, comment, answered_at::text as answered_at from journal.nps
                         where business_id = :business and client_id = any(:members) order by id
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query()
                .listOfRows();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonFile> files(BusinessId business, ClientId client) {
        return photos.of(business, clients.members(business, client));
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        Set<Long> members = clients.members(business, client);
        for (Entry entry : entries.of(business, members)) {
            due.cancel(Retelling.KIND, business, Long.toString(entry.id()));
        }
        for (Programs.Course course : programs.courses(business, client)) {
            due.cancel(ProgramOver.KIND, business, Long.toString(course.program()));
        }
        for (Long question : questions(business, members)) {
            due.cancel(NextPackage.KIND, business, Long.toString(question));
        }
        photos.forget(business, members);
        marks.sessions(business, members).forEach(session -> due.cancel(TrainingRetold.KIND, business, session.ref()));
        marks.remove(business, members);
        jdbc.sql("select journal.forget(:business, :clients)")
                .param("business", business.value())
                .param("clients", members.toArray(Long[]::new))
                .query((_, _) -> Boolean.TRUE)
                .list();
    }

    private List<Long> questions(BusinessId business, Set<Long> members) {
        return jdbc.sql("select id from journal.nps where business_id = :business and client_id = any(:members)")
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
