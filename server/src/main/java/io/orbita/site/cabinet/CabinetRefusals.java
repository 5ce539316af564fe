package io.orbita.site.cabinet;

import io.orbita.platform.web.Refusal;

/** What the cabinet says no to. */
final class CabinetRefusals {
    private CabinetRefusals() {}

    @Refusal.Code(
            value = "cabinet.link-gone",
            status = 410,
            meaning =
                    "The link into the cabinet is unknown, used or too old; ask for a new one in the bot or by e-mail.")
    static final class LinkGone extends Refusal {
        private static final long serialVersionUID = 1;

        LinkGone() {
            super(
                    "Эта ссылка уже сработала или устарела. Попросите новую в боте или по почте.",
                    "This link was used or is too old. Ask for a new one in the bot or by e-mail.");
        }
    }

    @Refusal.Code(
            value = "cabinet.signed-out",
            status = 401,
            meaning = "There is no session of the cabinet, or it was ended: open a new link.")
    static final class SignedOut extends Refusal {
        private static final long serialVersionUID = 1;

        SignedOut() {
            super(
                    "Вы вышли из кабинета. Попросите новую ссылку в боте или по почте.",
                    "You are signed out. Ask for a new link in the bot or by e-mail.");
        }
    }

    @Refusal.Code(
            value = "cabinet.header-missing",
            status = 403,
            meaning = "A request that changes something in the cabinet needs the header `X-Orbita-CSRF: 1`.")
    static final class HeaderMissing extends Refusal {
        private static final long serialVersionUID = 1;

        HeaderMissing() {
            super("Запрос пришёл не со страницы кабинета.", "The request does not come from a page of the cabinet.");
        }
    }
}
