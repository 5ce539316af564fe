package io.orbita.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Allowed;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Open;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.Quote;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "payments")
class QuoteController {

    /** @param clientId for whom; absent: for somebody new */
    record Check(
            @NotBlank @Size(max = 100) String code,

            @NotNull @Positive Long tariffId,

            @Nullable @Positive Long clientId) {}

    record QuoteRequest(
            @NotNull @Positive Long tariffId,

            @Nullable @Size(max = 100) String promoCode) {}

    /** What it costs, or why it cannot be had so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            boolean valid,
            @Nullable Money price,
            @Nullable Money discount,
            @Nullable Money amount,
            @Nullable String reason,
            @Nullable String text) {

        static Answer of(Quote quote) {
            return switch (quote) {
                case Quote.Offer offer -> new Answer(true, offer.price(), offer.discount(), offer.total(), null, null);
                case Quote.Refused refused ->
                    new Answer(
                            false,
                            null,
                            null,
                            null,
                            refused.why().code(),
                            refused.why().text());
            };
        }
    }

    private final Catalog catalog;
    private final Preparing preparing;
    private final Clients clients;
    private final Businesses businesses;
    private final RateLimits limits;
    private final TransactionTemplate transaction;

    QuoteController(
            Catalog catalog,
            Preparing preparing,
            Clients clients,
            Businesses businesses,
            RateLimits limits,
            TransactionTemplate transaction) {
        this.catalog = catalog;
        this.preparing = preparing;
        this.clients = clients;
        this.businesses = businesses;
        this.limits = limits;
        this.transaction = transaction;
    }

    @PostMapping("/api/promocodes/check")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "promocodes")
    @Operation(summary = "What a promo code would do for a client; nothing is reserved")
    Answer check(Caller caller, @Valid @RequestBody Check check) {
        var business = caller.business();
        var client = check.clientId();
        if (client != null && !clients.exists(business, new ClientId(client))) {
            throw new NotFound("Клиент не найден.", "There is no such client.");
        }
        return transaction.execute(status -> Answer.of(catalog.quote(
                business,
                check.tariffId(),
                check.code(),
                client == null ? Catalog.Buyer.STRANGER : preparing.buyer(business, new ClientId(client)))));
    }

    /** Guessing codes is made slow. */
    @Open
    @PostMapping("/api/public/{business}/quote")
    @Operation(summary = "What a tariff costs with a promo code, for everybody; nothing is reserved")
    Answer quote(
            @PathVariable @Size(max = 100) String business,
            @Valid @RequestBody QuoteRequest request,
            HttpServletRequest http) {
        limits.take("quote", http.getRemoteAddr(), 60, Duration.ofMinutes(1));
        BusinessId id = businesses.named(business).id();
        var code = request.promoCode();
        return Tenancy.in(
                id,
                () -> Answer.of(
                        code == null || code.isBlank()
                                ? catalog.quote(id, request.tariffId())
                                : catalog.quote(id, request.tariffId(), code, Catalog.Buyer.STRANGER)));
    }
}
