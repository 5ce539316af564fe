package io.orbita.payments;

import io.orbita.businesses.Open;
import io.orbita.payments.provider.Networks;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Open
@Tag(name = "payments")
class WebhookController {
    private static final int LONGEST = 256 * 1024;

    private final Webhooks webhooks;
    private final Networks proxies;

    WebhookController(Webhooks webhooks, @Value("${orbita.trusted-proxies:}") List<String> proxies) {
        this.webhooks = webhooks;
        this.proxies = Networks.of(proxies);
    }

    @PostMapping(path = "/api/payments/webhook/{provider}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "Notification of a provider; the payment in it finds the business")
    String receive(@PathVariable @Size(max = 40) String provider, HttpServletRequest request) throws IOException {
        return webhooks.receive(kind(provider), null, notification(request));
    }

    @PostMapping(path = "/api/payments/webhook/{provider}/{business}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "Notification of a provider to a business")
    String receive(
            @PathVariable @Size(max = 40) String provider,
            @PathVariable @Size(max = 100) String business,
            HttpServletRequest request)
            throws IOException {
        return webhooks.receive(kind(provider), business, notification(request));
    }

    private static ProviderKind kind(String provider) {
        return ProviderKind.of(provider)
                .filter(kind -> kind != ProviderKind.MANUAL)
                .orElseThrow(() -> new NotFound("Такого провайдера нет.", "There is no such provider."));
    }

    private Notification notification(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        return new Notification(body.length > LONGEST ? new byte[0] : body, sender(request));
    }

    /** The connection itself and its own header: what a filter made of them believes anybody. */
    private String sender(HttpServletRequest request) {
        ServletRequest innermost = request;
        while (innermost instanceof ServletRequestWrapper wrapper) {
            innermost = wrapper.getRequest();
        }
        var forwarded = innermost instanceof HttpServletRequest http ? header(http) : null;
        return proxies.sender(innermost.getRemoteAddr(), forwarded == null ? "" : forwarded);
    }

    private static @Nullable String header(HttpServletRequest request) {
        return String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
    }
}
