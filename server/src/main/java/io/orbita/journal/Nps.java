package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.TimelineEntry;
import io.orbita.journal.NpsRows.Question;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers to the question at the end: a score, which may be corrected, and words. Detractors are told to the trainer at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Nps {
    private final NpsRows rows;
    private final Clients clients;
    private final Notices notices;
    private final DueWork due;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Nps(NpsRows rows, Clients clients, Notices notices, DueWork due, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.clients = clients;
        this.notices = notices;
        this.due = due;
        this.events = events;
        this.clock = clock;
    }

    /** The question of that id, if it was asked of this person. */
    public Optional<Question> own(BusinessId business, ClientId client, long id) {
        return rows.lock(business, id)
                .filter(question -> clients.members(business, client).contains(question.clientId()));
    }

    public void score(BusinessId business, Question question, int score) {
        if (Integer.valueOf(score).equals(question.score())) {
            return;
        }
        var client = new ClientId(question.clientId());
        rows.answer(business, question.id(), score, clock.instant());
        String change = question.score() == null ? "" : question.score() + " → ";
        clients.remember(
                business,
                client,
                new TimelineEntry(
                        "journal.nps",
                        "nps:" + question.id() + ":" + clock.instant().toEpochMilli() + ":" + score,
                        clock.instant(),
                        Map.of("program", question.programId(), "score", score),
                        "Оценка программы: %s%d из 10".formatted(change, score),
                        null));
        events.publishEvent(new NpsAnswered(business, client, question.programId(), score));
        if (score <= NpsScore.MOST_OF_DETRACTORS) {
            notices.tell(
                    business,
                    Notice.of(
                            "journal.detractor",
                            "nps:" + question.id() + ":low",
                            "%s: %d из 10 за программу. Самое время написать самим и спросить, что не так."
                                    .formatted(
                                            clients.contacts(business, client).name(), score),
                            client));
        }
    }

    public void comment(BusinessId business, Question question, String words) {
        var client = new ClientId(question.clientId());
        rows.comment(business, question.id(), words);
        clients.remember(
                business,
                client,
                new TimelineEntry(
                        "journal.nps-comment",
                        "nps:" + question.id() + ":" + clock.instant().toEpochMilli(),
                        clock.instant(),
                        Map.of("program", question.programId()),
                        words,
                        null));
        notices.tell(
                business,
                Notice.of(
                        "journal.nps",
                        "nps:" + question.id() + ":words:" + clock.instant().toEpochMilli(),
                        "%s о программе: «%s»"
                                .formatted(clients.contacts(business, client).name(), words),
                        client));
    }

    /** The talk is over: what comes next is offered now rather than tomorrow. */
    public void offerNow(BusinessId business, Question question) {
        due.now(NextPackage.KIND, business, Long.toString(question.id()));
    }
}
