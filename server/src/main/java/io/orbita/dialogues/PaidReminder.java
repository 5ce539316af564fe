package io.orbita.dialogues;

import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds those who paid and still have not answered, unless they did meanwhile or asked for silence. */
@Component
class PaidReminder implements Due {
    static final String KIND = "dialogues.paid-reminder";

    private final Askings askings;
    private final Dialogues dialogues;
    private final PaidFirst paidFirst;
    private final TransactionTemplate transaction;

    PaidReminder(Askings askings, Dialogues dialogues, PaidFirst paidFirst, TransactionTemplate transaction) {
        this.askings = askings;
        this.dialogues = dialogues;
        this.paidFirst = paidFirst;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        String key = ref.substring(0, ref.lastIndexOf('#'));
        transaction.executeWithoutResult(status -> askings.client(business, key)
                .filter(client -> !dialogues.answered(business, client) && !dialogues.wantsSilence(business, client))
                .ifPresent(client -> paidFirst.remind(business, client, "remind:" + ref)));
    }
}
