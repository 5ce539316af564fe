package io.orbita.payments;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.text.Phones;
import io.orbita.platform.web.Invalid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who buys on the site: somebody with a signed token of ours, or a stranger who says how to be reached. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Buyers {
    private static final String TOKEN = "payments.client-token";
    private static final Duration TOKEN_LIVES = Duration.ofDays(30);
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"']{1,64}@[^\\s@<>\"']{1,180}\\.[^\\s@<>\"'.]{2,60}");
    private static final String CONSENT_VERSION = "purchase-2026-11";
    private static final String CONSENT =
            "Я даю согласие на обработку моих персональных данных, чтобы заказ можно было оплатить и исполнить.";

    /** @param receiptContact e-mail or phone in E.164 that a receipt may go to; absent: nobody said */
    record Buyer(ClientId client, @Nullable String receiptContact) {}

    private final Clients clients;
    private final Consents consents;
    private final Vault vault;
    private final Clock clock;

    Buyers(Clients clients, Consents consents, Vault vault, Clock clock) {
        this.clients = clients;
        this.consents = consents;
        this.vault = vault;
        this.clock = clock;
    }

    /** A token by which this client buys on the site as themselves, for 30 days. */
    public String token(BusinessId business, ClientId client) {
        var claim = "%s.%s.%d"
                .formatted(business, client, clock.instant().plus(TOKEN_LIVES).getEpochSecond());
        return claim + "." + vault.sign(TOKEN, claim);
    }

    /**
     * @throws Invalid when the token is not ours, of another business or too old
     */
    public Buyer known(BusinessId business, String token) {
        var client = read(business, token)
                .filter(id -> clients.exists(business, id))
                .orElseThrow(
                        () -> new Invalid("client_token", "unknown", "Ссылка устарела. Откройте её заново из бота"));
        consent(business, client);
        return new Buyer(client, contact(business, client).orElse(null));
    }

    /**
     * A client of their own: contact data that nobody verified never select one who is there already.
     *
     * @throws Invalid when there is neither a phone nor an e-mail, or one is none
     */
    public Buyer stranger(BusinessId business, String name, @Nullable String phone, @Nullable String email) {
        var number = phone == null || phone.isBlank() ? null : number(phone);
        var address = email == null || email.isBlank() ? null : address(email);
        if (number == null && address == null) {
            throw new Invalid("contact", "required", "Нужен телефон или почта");
        }
        var client = clients.arrive(
                        business,
                        new Identity(Identity.Kind.VISITOR, PublicId.random(22)),
                        new Newcomer(name.strip(), null, "site", Map.of()),
                        "purchase")
                .client();
        if (number != null) {
            clients.addIdentity(business, client, new Identity(Identity.Kind.PHONE, number), false);
        }
        if (address != null) {
            clients.addIdentity(business, client, new Identity(Identity.Kind.EMAIL, address), false);
        }
        consent(business, client);
        return new Buyer(client, address == null ? number : address);
    }

    /** Where a receipt for this client may go, e-mail first. */
    public Optional<String> contact(BusinessId business, ClientId client) {
        var contacts = clients.contacts(business, client);
        return contacts.emails().stream()
                .findFirst()
                .or(() -> contacts.phones().stream().findFirst());
    }

    /** An e-mail in lower case or a phone in E.164; empty when the text is neither. */
    static Optional<String> contact(String typed) {
        var text = typed.strip();
        return EMAIL.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Phones.e164(text);
    }

    private Optional<ClientId> read(BusinessId business, String token) {
        var signature = token.lastIndexOf('.');
        var parts = token.split("\\.");
        if (signature < 0
                || parts.length != 4
                || !vault.signed(TOKEN, token.substring(0, signature), token.substring(signature + 1))) {
            return Optional.empty();
        }
        var fresh = clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[2])));
        return fresh && parts[0].equals(business.toString())
                ? Optional.of(new ClientId(Long.parseLong(parts[1])))
                : Optional.empty();
    }

    private void consent(BusinessId business, ClientId client) {
        consents.record(business, client, Consents.Purpose.PROCESSING, true, CONSENT_VERSION, CONSENT, "site");
    }

    private static String number(String phone) {
        return Phones.e164(phone)
                .orElseThrow(() -> new Invalid("contact.phone", "format", "Номер телефона, например +7 916 123-45-67"));
    }

    private static String address(String email) {
        var text = email.strip();
        if (!EMAIL.matcher(text).matches()) {
            throw new Invalid("contact.email", "format", "Адрес почты, например anna@example.ru");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
