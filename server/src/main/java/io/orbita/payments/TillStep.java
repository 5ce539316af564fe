package io.orbita.payments;

import io.orbita.businesses.spi.Integration.Finding;
import io.orbita.businesses.spi.SetUpStep;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The set-up list: a till that takes money by itself. */
@Component
class TillStep implements SetUpStep {
    private final ProviderAccounts accounts;
    private final ProviderTrial trial;

    TillStep(ProviderAccounts accounts, ProviderTrial trial) {
        this.accounts = accounts;
        this.trial = trial;
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public boolean optional() {
        return false;
    }

    @Override
    public boolean done(BusinessId business) {
        return accounts.current(business) != ProviderKind.MANUAL;
    }

    @Override
    public Finding check(BusinessId business) {
        return switch (accounts.current(business)) {
            case SANDBOX -> new Finding(true, "Касса учебная: деньги ненастоящие.");
            case MANUAL ->
                withKeys(business)
                        .map(
                                kind -> new Finding(
                                        false,
                                        "Ключи вписаны, но касса не выбрана. Выберите её в настройках оплаты, иначе каждую оплату придётся подтверждать вручную."))
                        .orElseGet(
                                () -> new Finding(
                                        false,
                                        "Касса не подключена: каждую оплату придётся подтверждать вручную. Впишите ключи ЮKassa или Т-Банка."));
            case YOOKASSA -> trial.of(business, ProviderKind.YOOKASSA);
            case TBANK -> trial.of(business, ProviderKind.TBANK);
        };
    }

    private Optional<ProviderKind> withKeys(BusinessId business) {
        return Stream.of(ProviderKind.YOOKASSA, ProviderKind.TBANK)
                .filter(kind -> accounts.account(business, kind).isPresent())
                .findFirst();
    }
}
