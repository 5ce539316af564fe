package io.orbita.site.cabinet;

import io.orbita.businesses.Businesses;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address of the cabinet. */
@Component
class CabinetAddress {
    private final Businesses businesses;
    private final String base;

    CabinetAddress(Businesses businesses, @Value("${orbita.public-url:http://localhost:8080}") String base) {
        this.businesses = businesses;
        this.base = base.replaceAll("/+$", "");
    }

    /** A link that opens with that token. */
    String of(String token) {
        return base + "/c/" + token;
    }

    /** Whether a messenger may put the link under a button: Telegram takes only addresses of the open web. */
    boolean fitsButtons(BusinessId business) {
        return base.startsWith("https://") || businesses.get(business).sandbox();
    }

    String brand(BusinessId business) {
        return businesses.get(business).name();
    }
}
