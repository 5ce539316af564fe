package io.orbita.payments;

import io.orbita.businesses.Businesses;
import io.orbita.businesses.Settings;
import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderDriver;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.Receipt;
import io.orbita.payments.provider.Secret;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Through whom a business takes money, and with which keys. */
@Component
@Transactional(readOnly = true)
class ProviderAccounts {
    private static final String BY_HAND = "Тренер напишет вам, как удобнее заплатить, и сам подтвердит оплату.";

    private final Map<ProviderKind, ProviderDriver> drivers;
    private final Settings settings;
    private final Businesses businesses;
    private final Vault vault;

    ProviderAccounts(List<ProviderDriver> drivers, Settings settings, Businesses businesses, Vault vault) {
        this.drivers = drivers.stream().collect(Collectors.toMap(ProviderDriver::kind, Function.identity()));
        this.settings = settings;
        this.businesses = businesses;
        this.vault = vault;
    }

    public ProviderDriver driver(ProviderKind kind) {
        return Objects.requireNonNull(drivers.get(kind));
    }

    public PaymentSettings settings(BusinessId business) {
        return settings.get(business, PaymentSettings.SECTION, PaymentSettings.class, PaymentSettings.DEFAULT);
    }

    /** What new payments go through: what the owner chose if it is set up, else the sandbox or the desk. */
    public ProviderKind current(BusinessId business) {
        var chosen = settings(business).provider();
        if (chosen != null && account(business, chosen).isPresent()) {
            return chosen;
        }
        return isSandbox(business) ? ProviderKind.SANDBOX : ProviderKind.MANUAL;
    }

    /** Toy money exists in a sandbox business only, and never beside the keys of a real till. */
    public boolean isSandbox(BusinessId business) {
        return businesses.get(business).sandbox()
                && settings.secret(business, PaymentSettings.YOOKASSA_KEY).isEmpty()
                && settings.secret(business, PaymentSettings.TBANK_PASSWORD).isEmpty();
    }

    /** The account of the business there; empty when it has none. */
    public Optional<PaymentProvider> open(BusinessId business, ProviderKind kind) {
        return account(business, kind).map(account -> driver(kind).open(account));
    }

    public Optional<ProviderAccount> account(BusinessId business, ProviderKind kind) {
        var set = settings(business);
        return switch (kind) {
            case YOOKASSA ->
                account(
                        kind,
                        business,
                        set.yookassa().shopId(),
                        PaymentSettings.YOOKASSA_KEY,
                        set.yookassa().test());
            case TBANK ->
                account(
                        kind,
                        business,
                        set.tbank().terminalKey(),
                        PaymentSettings.TBANK_PASSWORD,
                        set.tbank().test());
            case MANUAL -> Optional.of(new ProviderAccount(kind, "", null, false));
            case SANDBOX ->
                isSandbox(business)
                        ? Optional.of(new ProviderAccount(kind, business.toString(), sandboxKey(business), true))
                        : Optional.empty();
        };
    }

    private Optional<ProviderAccount> account(
            ProviderKind kind, BusinessId business, String login, String secretName, boolean test) {
        return login.isBlank()
                ? Optional.empty()
                : settings.secret(business, secretName)
                        .map(secret -> new ProviderAccount(kind, login, new Secret(secret), test));
    }

    private Secret sandboxKey(BusinessId business) {
        return new Secret(vault.sign("payments.sandbox", business.toString()));
    }

    public String manualInstructions(BusinessId business) {
        var own = settings(business).manualInstructions();
        return own == null || own.isBlank() ? BY_HAND : own;
    }

    public boolean receipts(BusinessId business) {
        return settings(business).receipts().enabled();
    }

    /**
     * The receipt of a payment or of a refund, when the business has the provider register them.
     *
     * @param contact the buyer's e-mail or phone in E.164
     */
    public Optional<Receipt> receipt(BusinessId business, Payment payment, Optional<String> contact, Money amount) {
        var receipts = settings(business).receipts();
        if (!receipts.enabled() || contact.isEmpty()) {
            return Optional.empty();
        }
        var day = payment.order()
                .createdAt()
                .atZone(businesses.get(business).zone())
                .toLocalDate();
        var isPhone = contact.get().startsWith("+");
        return Optional.of(new Receipt(
                isPhone ? null : contact.get(),
                isPhone ? contact.get() : null,
                payment.title(),
                amount,
                receipts.on(day),
                receipts.taxSystem()));
    }
}
