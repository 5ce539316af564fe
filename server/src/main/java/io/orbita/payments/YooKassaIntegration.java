package io.orbita.payments;

import io.orbita.businesses.Settings;
import io.orbita.businesses.spi.Integration;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The shop at YooKassa, on the page of integrations. */
@Component
class YooKassaIntegration implements Integration {
    private static final String SHOP = "shop_id";
    private static final String KEY = "secret_key";
    private static final String TEST = "test";

    private final ProviderAccounts accounts;
    private final Settings settings;
    private final ProviderTrial trial;

    YooKassaIntegration(ProviderAccounts accounts, Settings settings, ProviderTrial trial) {
        this.accounts = accounts;
        this.settings = settings;
        this.trial = trial;
    }

    @Override
    public String name() {
        return "yookassa";
    }

    @Override
    public String title() {
        return "ЮKassa";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field(SHOP, "Идентификатор магазина (shopId)", false, true),
                new Field(KEY, "Секретный ключ", true, true),
                new Field(TEST, "Тестовый магазин: да или нет", false, false));
    }

    @Override
    public Map<String, String> values(BusinessId business) {
        var shop = accounts.settings(business).yookassa();
        return Map.of(SHOP, shop.shopId(), TEST, Answers.yesOrNo(shop.test()));
    }

    @Override
    public List<String> secretsSet(BusinessId business) {
        return settings.secret(business, PaymentSettings.YOOKASSA_KEY).isPresent() ? List.of(KEY) : List.of();
    }

    @Override
    public void save(BusinessId business, Map<String, String> values) {
        var before = accounts.settings(business);
        var shop = values.getOrDefault(SHOP, before.yookassa().shopId()).strip();
        if (!shop.matches("[0-9]{0,20}")) {
            throw new Invalid("values.shop_id", "format", "Только цифры, как в кабинете ЮKassa");
        }
        var test = Answers.isYes(values, TEST, before.yookassa().test());
        settings.put(business, PaymentSettings.SECTION, before.with(new PaymentSettings.YooKassa(shop, test)));
        if (values.containsKey(KEY)) {
            settings.keepSecret(
                    business,
                    PaymentSettings.YOOKASSA_KEY,
                    values.getOrDefault(KEY, "").strip());
        }
    }

    @Override
    public Finding test(BusinessId business) {
        return trial.of(business, ProviderKind.YOOKASSA);
    }
}
