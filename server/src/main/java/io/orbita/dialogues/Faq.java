package io.orbita.dialogues;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Frequent questions and their answers, in the order of the owner. */
@Component
@Transactional
class Faq {
    static final int MOST = 50;

    /**
     * One entry.
     *
     * @param position place in the list, from 0
     * @param active whether the bot shows it
     * @param shown how often it was read
     */
    record Entry(
            long id,
            String category,
            String question,
            String answer,
            int position,
            boolean active,
            long shown,
            Instant createdAt,
            Instant changedAt) {}

    private record Seed(String category, String question, String answer) {}

    @Refusal.Code(
            value = "dialogues.faq-full",
            status = 409,
            meaning = "There are as many FAQ entries as a bot can show; delete one first.")
    static final class Full extends Refusal {
        private static final long serialVersionUID = 1;

        Full() {
            super("Вопросов уже " + MOST + ", больше никто не дочитает. Сначала удалите лишний.", "The FAQ is full.");
        }
    }

    private static final String COLUMNS =
            "id, category, question, answer, position, active, shown, created_at, changed_at";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    Faq(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** The entries of the distribution. */
    void layOut(BusinessId business) {
        int position = 0;
        for (var seed : seeds()) {
            insert(business, new FaqDraft(seed.category(), seed.question(), seed.answer(), position++, true));
        }
    }

    @Transactional(readOnly = true)
    List<Entry> all(BusinessId business) {
        return jdbc.sql("select " + COLUMNS
                        + " from dialogues.faq where business_id = :business order by position, id limit 200")
                .param("business", business.value())
                .query(Entry.class)
                .list();
    }

    /** What the bot shows. */
    @Transactional(readOnly = true)
    List<Entry> active(BusinessId business) {
        return all(business).stream().filter(Entry::active).toList();
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    Entry get(BusinessId business, long id) {
        return jdbc.sql("select " + COLUMNS + " from dialogues.faq where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(Entry.class)
                .optional()
                .orElseThrow(Faq::unknown);
    }

    /** @throws Full when there are 50 already */
    Entry add(BusinessId business, FaqDraft draft) {
        int there = all(business).size();
        if (there >= MOST) {
            throw new Full();
        }
        return get(business, insert(business, draft.position() == null ? draft.at(there) : draft));
    }

    Entry change(BusinessId business, long id, FaqDraft draft) {
        var before = get(business, id);
        jdbc.sql("""
                        update dialogues.faq
                           set category = :category, question = :question, answer = :answer, position = :position,
                               active = :active, changed_at = :now
                         where business_id = :business and id = :id
                        """)
                .param("category", draft.categoryOr(before.category()))
                .param("question", draft.question())
                .param("answer", draft.answer())
                .param("position", draft.position() == null ? before.position() : draft.position())
                .param("active", draft.active() == null ? before.active() : draft.active())
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("id", id)
                .update();
        return get(business, id);
    }

    void remove(BusinessId business, long id) {
        int gone = jdbc.sql("delete from dialogues.faq where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .update();
        if (gone == 0) {
            throw unknown();
        }
    }

    void shown(BusinessId business, long id) {
        jdbc.sql("update dialogues.faq set shown = shown + 1 where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .update();
    }

    private long insert(BusinessId business, FaqDraft draft) {
        return jdbc.sql("""
                        insert into dialogues.faq
                               (business_id, category, question, answer, position, active, created_at, changed_at)
                        values (:business, :category, :question, :answer, :position, :active, :now, :now) returning id
                        """)
                .param("business", business.value())
                .param("category", draft.categoryOr("general"))
                .param("question", draft.question())
                .param("answer", draft.answer())
                .param("position", draft.position() == null ? 0 : draft.position())
                .param("active", draft.active() == null || draft.active())
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .single();
    }

    private Seed[] seeds() {
        try (InputStream in = Faq.class.getResourceAsStream("/dialogues/faq.ru.json")) {
            return json.readValue(Objects.requireNonNull(in), Seed[].class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NotFound unknown() {
        return new NotFound("Такого вопроса нет.", "There is no such FAQ entry.");
    }
}
