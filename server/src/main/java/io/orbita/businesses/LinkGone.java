package io.orbita.businesses;

import io.orbita.platform.web.Refusal;

/** A link from a letter opens nothing: unknown, used, withdrawn or too old, all told alike. */
@Refusal.Code(
        value = "auth.link-gone",
        status = 410,
        meaning =
                "The link of an invitation or of a forgotten password is unknown, used, withdrawn or too old; ask for a new one.")
final class LinkGone extends Refusal {
    private static final long serialVersionUID = 1;

    LinkGone() {
        super(
                "Эта ссылка больше не действует. Попросите новую.",
                "This link is not valid any more. Ask for a new one.");
    }
}
