package io.orbita.clients;

import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;

/** Why cards are not made one, or not two again. */
final class MergeRefusals {
    private MergeRefusals() {}

    static NotFound unknown() {
        return new NotFound("Такого слияния нет.", "There is no such merge.");
    }

    @Refusal.Code(
            value = "clients.merge-not-undoable",
            status = 409,
            meaning =
                    "The merge was undone already, is older than 30 days, or its standing card was merged itself: undo that one first.")
    static final class NotUndoable extends Refusal {
        private static final long serialVersionUID = 1;

        NotUndoable() {
            super(
                    "Слияние уже не отменить: оно отменено раньше, старше 30 дней, или карточку потом объединили с другой — тогда сначала отмените то слияние.",
                    "The merge cannot be undone: it was undone before, is older than 30 days, or its card was merged itself since.");
        }
    }

    @Refusal.Code(value = "clients.one-person", status = 409, meaning = "Both cards are one person already.")
    static final class OnePerson extends Refusal {
        private static final long serialVersionUID = 1;

        OnePerson() {
            super("Это уже одна карточка.", "Both cards are one person already.");
        }
    }

    @Refusal.Code(
            value = "clients.in-trash",
            status = 409,
            meaning = "One of the cards is in the trash: restore it first.")
    static final class InTrash extends Refusal {
        private static final long serialVersionUID = 1;

        InTrash() {
            super("Карточка в корзине. Сначала верните её.", "A card is in the trash: restore it first.");
        }
    }
}
