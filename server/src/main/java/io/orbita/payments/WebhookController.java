package io.orbita.payments;

import io.orbita.businesses.Open;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Open
@Tag(name = "payments")
class WebhookController {
    private static final int LONGEST = 256 * 1024;

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping("/api/payments/webhook/{provider}")
    @Operation(summary = "Notification of a provider; the payment in it finds the business")
    ResponseEntity<String> receive(@PathVariable @Size(max = 40) String provider, HttpServletRequest request)
            throws IOException {
        return acknowledged(webhooks.receive(kind(provider), null, notification(request)));
    }

    @PostMapping("/api/payments/webhook/{provider}/{business}")
    @Operation(summary = "Notification of a provider to a business")
    ResponseEntity<String> receive(
            @PathVariable @Size(max = 40) String provider,
            @PathVariable @Size(max = 100) String business,
            HttpServletRequest request)
            throws IOException {
        return acknowledged(webhooks.receive(kind(provider), business, notification(request)));
    }

    /** Plain text whatever they say they accept: what they want to read is two letters. */
    private static ResponseEntity<String> acknowledged(String words) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(words);
    }

    private static ProviderKind kind(String provider) {
        return ProviderKind.of(provider)
                .filter(kind -> kind != ProviderKind.MANUAL)
                .orElseThrow(() -> new NotFound("Такого провайдера нет.", "There is no such provider."));
    }

    private Notification notification(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        return new Notification(body.length > LONGEST ? new byte[0] : body, request.getRemoteAddr());
    }
}
