package io.orbita.integrations;

import io.orbita.platform.web.Invalid;
import java.util.Arrays;
import java.util.List;

/** What can be told, with the facts that the body's {@code data} holds. */
enum EventKind {
    CLIENT_APPEARED("client.appeared", "A client came into being: client_id, cause."),
    CLIENTS_MERGED(
            "client.merged",
            "Two cards became one person: client_id (the one that stands), merged_client_id, merge_id."),
    MERGE_UNDONE(
            "client.merge_undone", "Both cards stand for themselves again: client_id, merged_client_id, merge_id."),
    CLIENT_MOVED(
            "client.moved",
            "A client stands at another stage: client_id, move_id, from_stage, to_stage, cause, cycle."),
    PAYMENT_CREATED("payment.created", "A client was given a link to pay: client_id, payment."),
    PAYMENT_COMPLETED("payment.completed", "The money is taken: client_id, payment, via."),
    PAYMENT_REFUNDED("payment.refunded", "Money went back: client_id, payment, amount (this refund alone), full."),
    PROGRAM_DELIVERED("program.delivered", "A programme reached its client: client_id, program_id, paid, weeks."),
    PROGRAM_UNDELIVERABLE(
            "program.undeliverable",
            "A programme is ready and its client cannot be reached: client_id, program_id, paid."),
    TEST("webhook.test", "Somebody pressed the button «test»; sent to that webhook alone.");

    private final String wire;
    private final String meaning;

    EventKind(String wire, String meaning) {
        this.wire = wire;
        this.meaning = meaning;
    }

    String wire() {
        return wire;
    }

    String meaning() {
        return meaning;
    }

    /** Those that can be subscribed to. */
    static List<EventKind> offered() {
        return Arrays.stream(values()).filter(kind -> kind != TEST).toList();
    }

    /** @throws Invalid when one of them is none of ours */
    static List<String> read(List<String> asked) {
        for (int i = 0; i < asked.size(); i++) {
            String kind = asked.get(i);
            if (offered().stream().noneMatch(one -> one.wire.equals(kind))) {
                throw new Invalid("kinds[" + i + "]", "choice", "Одно из событий из /api/webhooks/kinds");
            }
        }
        return asked.stream().distinct().toList();
    }
}
