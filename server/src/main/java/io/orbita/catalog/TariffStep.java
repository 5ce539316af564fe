package io.orbita.catalog;

import io.orbita.businesses.spi.Integration.Finding;
import io.orbita.businesses.spi.SetUpStep;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.text.Plural;
import org.springframework.stereotype.Component;

/** The set-up list: something to sell. */
@Component
class TariffStep implements SetUpStep {
    private final Catalog catalog;
    private final Tariffs tariffs;

    TariffStep(Catalog catalog, Tariffs tariffs) {
        this.catalog = catalog;
        this.tariffs = tariffs;
    }

    @Override
    public String name() {
        return "tariffs";
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public boolean optional() {
        return false;
    }

    @Override
    public boolean done(BusinessId business) {
        return !catalog.onSale(business).isEmpty();
    }

    @Override
    public Finding check(BusinessId business) {
        int onSale = catalog.onSale(business).size();
        if (onSale > 0) {
            return new Finding(
                    true, "В продаже %d %s.".formatted(onSale, Plural.of(onSale, "тариф", "тарифа", "тарифов")));
        }
        return new Finding(
                false,
                tariffs.all(business).isEmpty()
                        ? "Тарифов нет: боту и сайту нечего продавать."
                        : "Все тарифы сняты с продажи. Включите хотя бы один.");
    }
}
