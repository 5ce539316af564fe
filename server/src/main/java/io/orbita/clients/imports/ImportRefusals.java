package io.orbita.clients.imports;

import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;

/** Why an import is not begun or not changed. */
final class ImportRefusals {
    private ImportRefusals() {}

    static NotFound unknown() {
        return new NotFound("Такой загрузки нет.", "There is no such import.");
    }

    @Refusal.Code(
            value = "clients.import-unreadable",
            status = 422,
            meaning = "The file is no CSV or XLSX that can be read, or is too large; the text says what to do.")
    static final class Unreadable extends Refusal {
        private static final long serialVersionUID = 1;

        Unreadable(String russian, String english) {
            super(russian, english);
        }
    }

    @Refusal.Code(
            value = "clients.import-state",
            status = 409,
            meaning = "The import is at another step; `state` says at which.")
    static final class WrongState extends Refusal {
        private static final long serialVersionUID = 1;

        WrongState(String state) {
            super("Сейчас это сделать нельзя: загрузка на другом шаге.", "The import is at another step.");
            fact("state", state);
        }
    }
}
