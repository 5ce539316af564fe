package io.orbita.businesses;

import io.orbita.platform.web.Refusal;

/** A page of a site that the business does not list called an endpoint of its. */
@Refusal.Code(
        value = "businesses.origin-not-listed",
        status = 403,
        meaning =
                "The page that sent this stands on a site that the business does not list; add its address to the settings of the site.")
public final class OriginNotListed extends Refusal {
    private static final long serialVersionUID = 1;

    OriginNotListed() {
        super(
                "Этот сайт не указан в настройках: добавьте его адрес в список разрешённых сайтов.",
                "This site is not listed: add its address to the allowed sites in the settings.");
    }
}
