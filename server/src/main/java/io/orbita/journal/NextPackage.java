package io.orbita.journal;

import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.Programs;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Offers what comes after a programme, once. Whoever was disappointed hears from the trainer, not from a price list. The reference is the question. */
@Component
class NextPackage implements Due {
    static final String KIND = "journal.next-package";

    private final NpsRows rows;
    private final Programs programs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NextPackage(NpsRows rows, Programs programs, Clock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.programs = programs;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        transaction.executeWithoutResult(_ -> rows.lock(business, Long.parseLong(ref))
                .filter(question -> question.offeredAt() == null)
                .filter(question -> question.score() == null || question.score() > NpsScore.MOST_OF_DETRACTORS)
                .filter(question -> programs.offerNext(business, question.programId()))
                .ifPresent(question -> rows.offered(business, question.id(), clock.instant())));
    }
}
