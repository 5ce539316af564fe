package io.orbita.payments;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Open;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "payments")
class CheckoutController {

    /** How to reach somebody of whom nothing is known. */
    record Contact(
            @NotBlank @Size(max = 200) String name,

            @Nullable @Size(max = 40) String phone,

            @Nullable @Size(max = 254) String email) {}

    /**
     * @param business slug or public key
     * @param clientToken from a link of ours; else {@code contact} says who buys
     */
    record NewPayment(
            @NotBlank @Size(max = 100) String business,

            @NotNull @Positive Long tariffId,

            @Nullable @Size(max = 100) String promoCode,

            @Nullable @Size(max = 300) String clientToken,

            @Nullable @Valid Contact contact,

            @NotNull @AssertTrue(message = "Без согласия на обработку данных заказ не оформить") Boolean consent,

            @Nullable @Size(max = 2048) String returnUrl) {}

    /**
     * @param provider absent: what the business uses
     */
    record StaffPayment(
            @NotNull @Positive Long clientId,

            @NotNull @Positive Long tariffId,

            @Nullable @Size(max = 100) String promoCode,

            @Nullable ProviderKind provider) {}

    private final Checkout checkout;
    private final Buyers buyers;
    private final Businesses businesses;
    private final Clients clients;
    private final RateLimits limits;

    CheckoutController(Checkout checkout, Buyers buyers, Businesses businesses, Clients clients, RateLimits limits) {
        this.checkout = checkout;
        this.buyers = buyers;
        this.businesses = businesses;
        this.clients = clients;
        this.limits = limits;
    }

    @Open
    @PostMapping("/api/payments/create")
    @Operation(summary = "Begin a payment and get the link to pay")
    ResponseEntity<Checkout.Receipt> create(
            HttpServletRequest http,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody NewPayment request) {
        limits.take("payments.create", http.getRemoteAddr(), 300, Duration.ofMinutes(1));
        Business business = businesses.named(request.business());
        var returnUrl = Checkout.returnUrl(request.returnUrl());
        return Tenancy.in(
                business.id(),
                () -> checkout.buy(business, "site", key, request, () -> {
                    var buyer = buyer(business, request);
                    return new Preparing.Purchase(
                            buyer.client(),
                            null,
                            request.tariffId(),
                            request.promoCode(),
                            "site",
                            returnUrl,
                            buyer.receiptContact(),
                            null);
                }));
    }

    private Buyers.Buyer buyer(Business business, NewPayment request) {
        var token = request.clientToken();
        var contact = request.contact();
        if (token != null) {
            return buyers.known(business.id(), token);
        }
        if (contact == null) {
            throw new Invalid("contact", "required", "Как с вами связаться?");
        }
        return buyers.stranger(business.id(), contact.name(), contact.phone(), contact.email());
    }

    @Open
    @GetMapping("/api/payments/{publicId}/status")
    @Operation(summary = "How a payment stands, by its public id")
    Checkout.Receipt status(@PathVariable @Size(max = 60) String publicId) {
        var business = PublicId.business(publicId)
                .orElseThrow(() -> new NotFound("Платёж не найден.", "There is no such payment."));
        return Tenancy.in(business, () -> checkout.status(business, publicId));
    }

    @PostMapping("/api/payments")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "payments")
    @Operation(summary = "Begin a payment for a client, for example to be paid by hand")
    ResponseEntity<Checkout.Receipt> createByStaff(
            Caller caller,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody StaffPayment request) {
        var business = businesses.get(caller.business());
        var client = new ClientId(request.clientId());
        if (!clients.exists(business.id(), client)) {
            throw new NotFound("Клиент не найден.", "There is no such client.");
        }
        return checkout.buy(
                business,
                caller.key(),
                key,
                request,
                () -> new Preparing.Purchase(
                        client,
                        null,
                        request.tariffId(),
                        request.promoCode(),
                        "staff",
                        null,
                        buyers.contact(business.id(), client).orElse(null),
                        request.provider()));
    }
}
