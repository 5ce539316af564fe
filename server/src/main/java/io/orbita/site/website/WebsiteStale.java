package io.orbita.site.website;

import io.orbita.platform.web.Refusal;

/** The settings were changed since they were read. */
@Refusal.Code(
        value = "site.stale",
        status = 412,
        meaning =
                "The settings of the site were changed since the version named in `If-Match`: read them again and repeat the change.")
final class WebsiteStale extends Refusal {
    private static final long serialVersionUID = 1;

    WebsiteStale() {
        super(
                "Настройки сайта изменили, пока вы правили. Откройте их заново и повторите.",
                "The settings of the site were changed meanwhile. Read them again and repeat the change.");
    }
}
