package io.orbita.dialogues;

import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.dialogues.questionnaire.Fault;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Questionnaire;
import io.orbita.dialogues.questionnaire.Rules;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a business's questionnaire. The greatest is the one that new passes begin with. */
@Component
class Questionnaires {

    /** A version as it is listed. */
    record Version(
            int version, Instant publishedAt, @Nullable Long publishedBy, boolean current) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Rules rules = new Rules(Definitions.builtIn());

    Questionnaires(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The one of the distribution becomes version 1. */
    void layOut(BusinessId business) {
        insert(business, Definitions.builtIn().as(1), null);
    }

    @Transactional(readOnly = true)
    Questionnaire current(BusinessId business) {
        return jdbc.sql("""
                        select questions from dialogues.questionnaire
                         where business_id = :business order by version desc limit 1
                        """)
                .param("business", business.value())
                .query(String.class)
                .optional()
                .map(Definitions::read)
                .orElseGet(Definitions::builtIn);
    }

    @Transactional(readOnly = true)
    Optional<Questionnaire> version(BusinessId business, int version) {
        return jdbc.sql("""
                        select questions from dialogues.questionnaire
                         where business_id = :business and version = :version
                        """)
                .param("business", business.value())
                .param("version", version)
                .query(String.class)
                .optional()
                .map(Definitions::read);
    }

    /** @throws NotFound when there was no such version */
    @Transactional(readOnly = true)
    Questionnaire get(BusinessId business, int version) {
        return version(business, version)
                .orElseThrow(() -> new NotFound("Такой версии анкеты нет.", "There is no such version."));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Version> versions(BusinessId business) {
        return jdbc.sql("""
                        select version, published_at, published_by,
                               version = max(version) over () as current
                          from dialogues.questionnaire
                         where business_id = :business order by version desc limit 200
                        """)
                .param("business", business.value())
                .query(Version.class)
                .list();
    }

    /**
     * Publishes the questions as the next version; the same questions as now change nothing. Passes that are under way end
     * with the version they began with.
     *
     * @param expected the version that the owner looked at, null for any
     * @throws Invalid naming each field that breaks a rule
     * @throws QuestionnaireChanged when another version was published meanwhile
     */
    @Transactional
    Questionnaire publish(
            BusinessId business, List<Question> questions, @Nullable Integer expected, @Nullable Long by) {
        lock(business);
        var now = current(business);
        if (expected != null && expected != now.version()) {
            throw new QuestionnaireChanged(now.version());
        }
        var next = new Questionnaire(now.version() + 1, withNewConsents(questions, now));
        var faults = rules.check(next);
        if (!faults.isEmpty()) {
            throw new Invalid(faults.stream().map(Questionnaires::field).toArray(Refusal.Field[]::new));
        }
        if (next.questions().equals(now.questions())) {
            return now;
        }
        insert(business, next, by);
        return next;
    }

    /** A consent is to a text: other words are another version of it, and nobody has agreed to them yet. */
    private static List<Question> withNewConsents(List<Question> questions, Questionnaire now) {
        return questions.stream()
                .map(question -> question instanceof Question.Consent consent
                                && now.question(consent.key()).orElse(null) instanceof Question.Consent before
                        ? consent.numbered(
                                before.text().equals(consent.text()) ? before.version() : before.version() + 1)
                        : question)
                .toList();
    }

    private static Refusal.Field field(Fault fault) {
        return new Refusal.Field(fault.field(), fault.code(), fault.message());
    }

    /** One publisher at a time for each business. */
    private void lock(BusinessId business) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('dialogues.questionnaire', :business))")
                .param("business", business.value())
                .query()
                .listOfRows();
    }

    private void insert(BusinessId business, Questionnaire questionnaire, @Nullable Long by) {
        jdbc.sql("""
                        insert into dialogues.questionnaire (business_id, version, questions, published_at, published_by)
                        values (:business, :version, :questions::jsonb, :now, :by)
                        """)
                .param("business", business.value())
                .param("version", questionnaire.version())
                .param("questions", Definitions.write(questionnaire))
                .param("now", Sql.at(clock.instant()))
                .param("by", by)
                .update();
    }
}
