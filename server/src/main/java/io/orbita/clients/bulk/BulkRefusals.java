package io.orbita.clients.bulk;

import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;

/** Why bulk work is not begun or not undone. */
final class BulkRefusals {
    private BulkRefusals() {}

    static NotFound unknown() {
        return new NotFound("Такой операции нет.", "There is no such bulk work.");
    }

    @Refusal.Code(
            value = "clients.bulk-state",
            status = 409,
            meaning = "The bulk work is still going on, or was undone already; `state` says which.")
    static final class WrongState extends Refusal {
        private static final long serialVersionUID = 1;

        WrongState(String state) {
            super("Операция ещё идёт или уже отменена.", "The work is still going on, or was undone already.");
            fact("state", state);
        }
    }
}
