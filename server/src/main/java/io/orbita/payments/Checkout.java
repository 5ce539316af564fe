package io.orbita.payments;

import io.orbita.businesses.Business;
import io.orbita.catalog.QuoteRefusal;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A purchase on the site from the form to the link: begun in one transaction with its key, linked after it. */
@Component
class Checkout {

    /** A payment as the payer sees it. */
    record Receipt(
            String publicId,
            PaymentState status,
            Money amount,
            Money discount,
            @Nullable String confirmationUrl,
            Instant expiresAt) {

        static Receipt of(Payment payment) {
            var url = payment.confirmationUrl();
            return new Receipt(
                    payment.publicId(),
                    payment.state(),
                    payment.amount(),
                    payment.order().discount(),
                    url == null ? null : url.toString(),
                    payment.expiresAt());
        }
    }

    @Refusal.Code(
            value = "payments.promo-refused",
            status = 422,
            meaning = "The tariff cannot be had as asked; `reason` says why.")
    static final class QuoteRefused extends Refusal {
        private static final long serialVersionUID = 1;

        QuoteRefused(QuoteRefusal why) {
            super(why.text(), why.english(), new Field(field(why), why.code().replace("catalog.", ""), why.text()));
            fact("reason", why.code());
        }

        private static String field(QuoteRefusal why) {
            return why instanceof QuoteRefusal.NotOnSale ? "tariff_id" : "promo_code";
        }
    }

    @Refusal.Code(
            value = "payments.provider-unknown",
            status = 503,
            meaning = "The provider did not answer: repeat with the same Idempotency-Key, it goes on where it ended.")
    static final class ProviderSilent extends Refusal {
        private static final long serialVersionUID = 1;

        ProviderSilent(String publicId) {
            super(
                    "Банк отвечает слишком медленно. Попробуйте ещё раз через несколько секунд.",
                    "The bank does not answer. Try again in a few seconds.");
            fact("public_id", publicId);
            retryAfter(Duration.ofSeconds(5));
        }
    }

    @Refusal.Code(
            value = "payments.provider-refused",
            status = 422,
            meaning = "The provider does not take this payment; the owner has been told why.")
    static final class ProviderRefused extends Refusal {
        private static final long serialVersionUID = 1;

        ProviderRefused(String publicId, String why) {
            super(why, "The provider does not take this payment.");
            fact("public_id", publicId);
        }
    }

    private record Begun(String publicId) {}

    private final Preparing preparing;
    private final PaymentRows rows;
    private final Linking linking;
    private final Idempotency idempotency;

    Checkout(Preparing preparing, PaymentRows rows, Linking linking, Idempotency idempotency) {
        this.preparing = preparing;
        this.rows = rows;
        this.linking = linking;
        this.idempotency = idempotency;
    }

    /** Who makes the purchase, found or made inside the transaction. */
    interface Purchasing {
        Preparing.Purchase purchase();
    }

    /**
     * Inside the business and outside a transaction.
     *
     * @param caller keys of different callers never meet
     * @param request what the key stands for
     */
    ResponseEntity<Receipt> buy(
            Business business, String caller, @Nullable String key, Object request, Purchasing purchasing) {
        var begun = idempotency.once(
                business.id(), "payments.create", caller, key, request, Begun.class, () -> begin(business, purchasing));
        var publicId = Objects.requireNonNull(begun.getBody()).publicId();
        var payment = rows.find(business.id(), publicId).orElseThrow();
        return switch (linking.link(business.id(), payment.id())) {
            case Linking.Linked.Unknown unknown -> throw new ProviderSilent(publicId);
            case Linking.Linked.Refused refused -> throw new ProviderRefused(publicId, refused.why());
            case Linking.Linked.Done done ->
                ResponseEntity.status(begun.getStatusCode())
                        .headers(begun.getHeaders())
                        .body(linked(done.payment()));
        };
    }

    /** A replay after the provider's refusal is told the same as the first time. */
    private static Receipt linked(Payment payment) {
        var why = payment.standing().decline();
        if (!payment.hasLink() && payment.state() == PaymentState.CANCELED && why != null) {
            throw new ProviderRefused(payment.publicId(), why);
        }
        return Receipt.of(payment);
    }

    private Begun begin(Business business, Purchasing purchasing) {
        return switch (preparing.prepare(business.id(), purchasing.purchase())) {
            case Preparing.Prepared.Ready ready -> new Begun(ready.payment().publicId());
            case Preparing.Prepared.Refused refused -> throw new QuoteRefused(refused.why());
            case Preparing.Prepared.ContactNeeded needed ->
                throw new Invalid("contact.email", "required", "Для чека нужна почта или телефон");
        };
    }

    /**
     * @throws Invalid when it is no address of a web page
     */
    static @Nullable URI returnUrl(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var url = URI.create(text.strip());
            var web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // answered below, as any other wrong address
        }
        throw new Invalid("return_url", "format", "Адрес страницы, начинается с https://");
    }

    /** How a payment stands, for whoever knows its public id. */
    Receipt status(BusinessId business, String publicId) {
        return rows.find(business, publicId)
                .map(Receipt::of)
                .orElseThrow(() -> new NotFound("Платёж не найден.", "There is no such payment."));
    }
}
