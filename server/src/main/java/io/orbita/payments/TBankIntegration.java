package io.orbita.payments;

import io.orbita.businesses.Settings;
import io.orbita.businesses.spi.Integration;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The terminal at T-Bank, on the page of integrations. */
@Component
class TBankIntegration implements Integration {
    private static final String TERMINAL = "terminal_key";
    private static final String PASSWORD = "password";
    private static final String TEST = "test";

    private final ProviderAccounts accounts;
    private final Settings settings;
    private final ProviderTrial trial;

    TBankIntegration(ProviderAccounts accounts, Settings settings, ProviderTrial trial) {
        this.accounts = accounts;
        this.settings = settings;
        this.trial = trial;
    }

    @Override
    public String name() {
        return "tbank";
    }

    @Override
    public String title() {
        return "Т-Банк (интернет-эквайринг)";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field(TERMINAL, "Ключ терминала (TerminalKey)", false, true),
                new Field(PASSWORD, "Пароль терминала", true, true),
                new Field(TEST, "Тестовый терминал: да или нет", false, false));
    }

    @Override
    public Map<String, String> values(BusinessId business) {
        var terminal = accounts.settings(business).tbank();
        return Map.of(TERMINAL, terminal.terminalKey(), TEST, Answers.yesOrNo(terminal.test()));
    }

    @Override
    public List<String> secretsSet(BusinessId business) {
        return settings.secret(business, PaymentSettings.TBANK_PASSWORD).isPresent() ? List.of(PASSWORD) : List.of();
    }

    @Override
    public void save(BusinessId business, Map<String, String> values) {
        var before = accounts.settings(business);
        var key = values.getOrDefault(TERMINAL, before.tbank().terminalKey()).strip();
        if (!key.matches("[0-9A-Za-z_-]{0,40}")) {
            throw new Invalid("values.terminal_key", "format", "Латинские буквы и цифры, как в кабинете Т-Банка");
        }
        var test = Answers.isYes(values, TEST, before.tbank().test());
        settings.put(business, PaymentSettings.SECTION, before.with(new PaymentSettings.TBank(key, test)));
        if (values.containsKey(PASSWORD)) {
            settings.keepSecret(
                    business,
                    PaymentSettings.TBANK_PASSWORD,
                    values.getOrDefault(PASSWORD, "").strip());
        }
    }

    @Override
    public Finding test(BusinessId business) {
        return trial.of(business, ProviderKind.TBANK);
    }
}
