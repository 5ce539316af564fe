package io.orbita.dialogues;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passes through the questionnaire and what was answered in them. */
@Component
class Runs {

    /** One pass as it is listed; {@code question} is where it stands, or stopped. */
    record Pass(
            long id,
            int version,
            @Nullable String question,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    private record Given(String question, String answer) {}

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number of the pass in its conversation, from 1 */
    long start(Occasion occasion, int number, int version) {
        return jdbc.sql("""
                        insert into dialogues.run (business_id, conversation_id, client_id, number, version, started_at)
                        values (:business, :conversation, :client, :number, :version, :at) returning id
                        """)
                .param("business", occasion.business().value())
                .param("conversation", occasion.conversation().value())
                .param("client", occasion.client().value())
                .param("number", number)
                .param("version", version)
                .param("at", Sql.at(occasion.at()))
                .query(Long.class)
                .single();
    }

    long id(Occasion occasion, int number) {
        return jdbc.sql("""
                        select id from dialogues.run
                         where business_id = :business and conversation_id = :conversation and number = :number
                        """)
                .param("business", occasion.business().value())
                .param("conversation", occasion.conversation().value())
                .param("number", number)
                .query(Long.class)
                .single();
    }

    void asked(Occasion occasion, int number, String question) {
        jdbc.sql("""
                        update dialogues.run set question = :question, asked_at = :at
                         where business_id = :business and conversation_id = :conversation and number = :number
                        """)
                .param("question", question)
                .param("at", Sql.at(occasion.at()))
                .param("business", occasion.business().value())
                .param("conversation", occasion.conversation().value())
                .param("number", number)
                .update();
    }

    void answered(Occasion occasion, int number, String question, Answer answer) {
        jdbc.sql("""
                        insert into dialogues.answer (business_id, run_id, question, answer, answered_at)
                        values (:business, :run, :question, :answer::jsonb, :at)
                        on conflict (business_id, run_id, question) do update
                           set answer = excluded.answer, answered_at = excluded.answered_at
                        """)
                .param("business", occasion.business().value())
                .param("run", id(occasion, number))
                .param("question", question)
                .param("answer", Definitions.write(answer))
                .param("at", Sql.at(occasion.at()))
                .update();
    }

    /** Marks the pass as finished; empty when it was finished before. */
    Optional<Long> finish(Occasion occasion, int number) {
        return jdbc.sql("""
                        update dialogues.run set finished_at = :at, question = null
                         where business_id = :business and conversation_id = :conversation and number = :number
                           and finished_at is null
                        returning id
                        """)
                .param("at", Sql.at(occasion.at()))
                .param("business", occasion.business().value())
                .param("conversation", occasion.conversation().value())
                .param("number", number)
                .query(Long.class)
                .optional();
    }

    /** The pass that these clients, one person, finished last. */
    Optional<Long> lastFinished(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select id from dialogues.run
                         where business_id = :business and client_id = any(:members) and finished_at is not null
                         order by finished_at desc, id desc limit 1
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Long.class)
                .optional();
    }

    /** The answers of a pass; what was forgotten is not among them. */
    Answers answers(BusinessId business, long run) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        jdbc.sql("""
                        select question, answer from dialogues.answer
                         where business_id = :business and run_id = :run and answer is not null
                         order by answered_at, question
                        """)
                .param("business", business.value())
                .param("run", run)
                .query(Given.class)
                .list()
                .forEach(given -> answers.put(given.question(), Definitions.readAnswer(given.answer())));
        return new Answers(answers);
    }

    /** The passes of one person, the newest first. */
    List<Pass> of(BusinessId business, Collection<Long> members, int limit) {
        return jdbc.sql("""
                        select id, version, question, started_at, finished_at from dialogues.run
                         where business_id = :business and client_id = any(:members)
                         order by id desc limit :limit
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .param("limit", limit)
                .query(Pass.class)
                .list();
    }

    void forget(BusinessId business, Collection<Long> members) {
        jdbc.sql("select dialogues.forget(:business, :members)")
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query()
                .listOfRows();
    }
}
