package io.orbita.messaging.vk;

import io.orbita.businesses.Businesses;
import io.orbita.platform.tenancy.BusinessId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How events come in: pushed to our address, or asked for where we cannot be called. */
@Component
class VkReception {
    private final VkGroups groups;
    private final Businesses businesses;
    private final String publicUrl;

    VkReception(
            VkGroups groups,
            Businesses businesses,
            @Value("${orbita.public-url:http://localhost:8080}") String publicUrl) {
        this.groups = groups;
        this.businesses = businesses;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The address for Callback API; empty when nobody outside can call us. */
    Optional<String> address(BusinessId business) {
        var url = URI.create(publicUrl);
        boolean callable = "https".equals(url.getScheme())
                && url.getHost() != null
                && !List.of("localhost", "127.0.0.1").contains(url.getHost());
        return callable
                ? Optional.of(publicUrl
                        + VkCallbackController.PATH
                        + businesses.get(business).publicKey())
                : Optional.empty();
    }

    /** Whether VK pushes: we can be called, and the owner has given what Callback API needs. */
    boolean pushed(BusinessId business) {
        return address(business).isPresent()
                && groups.hasSecret(business)
                && groups.of(business)
                        .filter(it -> !it.confirmation().isEmpty())
                        .isPresent();
    }
}
