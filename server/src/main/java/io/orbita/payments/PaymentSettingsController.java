package io.orbita.payments;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Settings;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.TaxSystem;
import io.orbita.payments.provider.VatCode;
import io.orbita.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payments/settings")
@Allowed(scope = "payments")
@Tag(name = "payments")
class PaymentSettingsController {

    /**
     * @param provider what new payments go through; absent: the sandbox of a sandbox business, else by hand
     * @param manualInstructions how to pay by hand, for the client
     */
    record SettingsBody(
            @Nullable ProviderKind provider,

            @NotNull @Valid ReceiptsBody receipts,

            @Nullable @Size(max = 1000) String manualInstructions) {}

    /** @param vat rates by the day from which they hold; empty: without tax */
    record ReceiptsBody(
            @NotNull Boolean enabled,

            @Nullable TaxSystem taxSystem,

            @NotNull @Size(max = 20) List<@NotNull @Valid RateBody> vat) {}

    record RateBody(@NotNull LocalDate from, @NotNull VatCode vat) {}

    /** @param current what new payments go through now */
    record SettingsView(
            @Nullable ProviderKind provider,
            ProviderKind current,
            ReceiptsBody receipts,
            @Nullable String manualInstructions) {}

    @Refusal.Code(
            value = "payments.provider-not-set-up",
            status = 409,
            meaning = "The provider has no keys yet: set up its integration first.")
    static final class NotSetUp extends Refusal {
        private static final long serialVersionUID = 1;

        NotSetUp() {
            super(
                    "Сначала впишите ключи этого провайдера на странице интеграций.",
                    "Set up the integration of this provider first.",
                    new Field("provider", "not-set-up", "Нет ключей"));
        }
    }

    private final ProviderAccounts accounts;
    private final Settings settings;
    private final Audit audit;
    private final TransactionTemplate transaction;

    PaymentSettingsController(
            ProviderAccounts accounts, Settings settings, Audit audit, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping
    @Operation(summary = "How the business takes money")
    SettingsView get(Caller caller) {
        var set = accounts.settings(caller.business());
        return new SettingsView(
                set.provider(),
                accounts.current(caller.business()),
                new ReceiptsBody(
                        set.receipts().enabled(),
                        set.receipts().taxSystem(),
                        set.receipts().vat().stream()
                                .map(rate -> new RateBody(rate.from(), rate.vat()))
                                .toList()),
                set.manualInstructions());
    }

    @PutMapping
    @Operation(summary = "Choose the provider, receipts and the words for paying by hand")
    SettingsView put(Caller caller, @Valid @RequestBody SettingsBody body) {
        var business = caller.business();
        var provider = body.provider();
        if (provider != null && accounts.account(business, provider).isEmpty()) {
            throw new NotSetUp();
        }
        transaction.executeWithoutResult(status -> {
            var before = accounts.settings(business);
            var receipts = new PaymentSettings.Receipts(
                    body.receipts().enabled(),
                    body.receipts().taxSystem(),
                    body.receipts().vat().stream()
                            .map(rate -> new PaymentSettings.Rate(rate.from(), rate.vat()))
                            .toList());
            settings.put(
                    business,
                    PaymentSettings.SECTION,
                    new PaymentSettings(
                            provider, before.yookassa(), before.tbank(), receipts, body.manualInstructions()));
            audit.record(
                    business,
                    caller.key(),
                    "payments.settings",
                    "payments",
                    Map.of("receipts", receipts.enabled(), "provider", provider == null ? "" : provider.wire()));
        });
        return get(caller);
    }
}
