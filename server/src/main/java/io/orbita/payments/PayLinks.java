package io.orbita.payments;

import io.orbita.businesses.Businesses;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.tenancy.BusinessId;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses that we give out. */
@Component
class PayLinks {
    private final Businesses businesses;
    private final String base;

    PayLinks(Businesses businesses, @Value("${orbita.public-url:http://localhost:8080}") String base) {
        this.businesses = businesses;
        this.base = base.replaceAll("/+$", "");
    }

    /** The page of the payment on the site of the business: how it stands. */
    URI page(BusinessId business, String publicId) {
        return URI.create(base + "/s/" + slug(business) + "/pay/" + publicId);
    }

    /** The page where toy money is paid. */
    URI sandboxPage(String publicId) {
        return URI.create(base + "/sandbox/pay/" + publicId);
    }

    /** Where a provider may report; only when the world can reach us over TLS. */
    Optional<URI> notifications(ProviderKind kind, BusinessId business) {
        return base.startsWith("https://")
                ? Optional.of(URI.create(base + "/api/payments/webhook/" + kind.wire() + "/" + slug(business)))
                : Optional.empty();
    }

    private String slug(BusinessId business) {
        return businesses.get(business).slug();
    }
}
