package io.orbita.clients.views;

import io.orbita.platform.web.Refusal;

/** Why a view is not changed. */
final class ViewRefusals {
    private ViewRefusals() {}

    @Refusal.Code(
            value = "clients.view-stale",
            status = 412,
            meaning =
                    "The view was changed since the version named in `If-Match`: read it again and repeat the change.")
    static final class Stale extends Refusal {
        private static final long serialVersionUID = 1;

        Stale() {
            super(
                    "Вид изменили, пока вы правили. Откройте его заново.",
                    "The view was changed meanwhile. Read it again.");
        }
    }

    @Refusal.Code(
            value = "clients.view-not-yours",
            status = 403,
            meaning = "Only the owner of a shared view and administrators may change it: save a copy.")
    static final class NotYours extends Refusal {
        private static final long serialVersionUID = 1;

        NotYours() {
            super("Это чужой вид. Сохраните копию.", "This view is somebody else's. Save a copy.");
        }
    }
}
