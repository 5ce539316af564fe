package io.orbita.demo;

import io.orbita.businesses.Business;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.PromoDraft;
import io.orbita.catalog.TariffDraft;
import io.orbita.platform.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a sample business sells, laid out through the public doors before anybody can sign in; laying it out twice changes nothing. */
@Component
class DemoBusiness {
    private final Catalog catalog;
    private final DemoSites sites;

    DemoBusiness(Catalog catalog, DemoSites sites) {
        this.catalog = catalog;
        this.sites = sites;
    }

    @Transactional
    public void layOut(Business business) {
        sites.layOut(business);
        if (!catalog.onSale(business.id()).isEmpty()) {
            return;
        }
        (business.slug().equals("demo") ? training() : salon())
                .forEach(draft -> catalog.addTariff(business.id(), draft));
        promos(business.slug().equals("demo")).forEach(draft -> catalog.addPromoCode(business.id(), draft));
    }

    private static List<PromoDraft> promos(boolean training) {
        return training
                ? List.of(
                        new PromoDraft("СТАРТ", 10, null, null, null, null, 1, null, true, null),
                        new PromoDraft("ПОДРУГА", null, Money.rubles(500), null, null, 100, 1, null, null, null),
                        new PromoDraft("ЛЕТО", 20, null, null, null, 50, 1, null, null, false))
                : List.of(
                        new PromoDraft("ПЕРВЫЙ", 15, null, null, null, null, 1, null, true, null),
                        new PromoDraft("РОМАШКА", null, Money.rubles(300), null, null, 200, 1, null, null, null));
    }

    private static List<TariffDraft> training() {
        return List.of(
                tariff(
                        "Программа на 12 недель",
                        "Полный план: нагрузка растёт постепенно, каждая четвёртая неделя — разгрузочная.",
                        2_990,
                        3,
                        12,
                        "Все тренировки на 12 недель в PDF",
                        "Замены на каждое упражнение",
                        "Ответы тренера в чате"),
                tariff(
                        "Программа на 4 недели",
                        "Первый месяц плана: втянуться и увидеть первые результаты.",
                        1_290,
                        1,
                        4,
                        "Все тренировки на 4 недели в PDF",
                        "Замены на каждое упражнение"),
                tariff(
                        "Консультация тренера",
                        "Час разговора: цели, техника, питание, восстановление.",
                        1_490,
                        0,
                        0,
                        "Видеозвонок на 60 минут",
                        "Конспект с рекомендациями"));
    }

    private static List<TariffDraft> salon() {
        return List.of(
                tariff("Стрижка и укладка", "Мытьё, стрижка и укладка у мастера.", 2_400, 0, 0, "60 минут"),
                tariff("Абонемент на 5 стрижек", "Пять стрижек за полгода со скидкой.", 9_900, 6, 0, "5 визитов"));
    }

    private static TariffDraft tariff(
            String title, String description, long rubles, int months, int weeks, String... contains) {
        @Nullable String family = null;
        return new TariffDraft(
                title, description, Money.rubles(rubles), months, List.of(contains), weeks, family, null, true);
    }
}
