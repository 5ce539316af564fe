package io.orbita.analytics;

import io.orbita.clients.Clients;
import io.orbita.clients.Origins;
import io.orbita.payments.Sales;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a client costs and brings, by source: money spent in the period against those who bought for the first time in it. */
@Component
class UnitEconomics implements Report {
    private final Origins origins;
    private final Sales sales;
    private final Spending spending;
    private final Clients clients;

    UnitEconomics(Origins origins, Sales sales, Spending spending, Clients clients) {
        this.origins = origins;
        this.sales = sales;
        this.spending = spending;
        this.clients = clients;
    }

    @Override
    public String name() {
        return "unit-economics";
    }

    @Override
    public Sheet sheet(Question question) {
        var sheet = new Sheet(
                List.of(
                        Measure.SPEND,
                        Measure.CAME,
                        Measure.FIRST_BUYERS,
                        Measure.CAC,
                        Measure.BROUGHT,
                        Measure.LTV,
                        Measure.ROI,
                        Measure.MARGIN,
                        Measure.MARGIN_SHARE),
                question.business().currency());
        var business = question.business().id();
        Persons persons = MoneyReports.persons(clients, question);
        List<Sales.Sale> bought = sales.completed(business, MoneyReports.EVER, question.seen());
        Set<Long> first = firstBuyers(question, persons, bought);
        List<Origins.Origin> came = origins.between(business, question.from(), question.until());
        Set<Long> people = new HashSet<>(first);
        came.forEach(origin -> people.add(origin.person()));
        Map<Long, String> rows = new HashMap<>();
        origins.of(business, people)
                .forEach((person, origin) -> rows.put(person, PeopleReports.source(origin, question.by())));
        List<Spending.Spend> spent = spending.during(business, question.period());
        Stream.concat(rows.values().stream(), spent.stream().map(spend -> PeopleReports.named(spend.source())))
                .sorted()
                .distinct()
                .forEach(row -> sheet.row(row, ""));
        spent.forEach(spend ->
                sheet.add(PeopleReports.named(spend.source()), Measure.SPEND, 0, spend.within(question.period())));
        came.forEach(
                origin -> sheet.mark(rows.getOrDefault(origin.person(), Sheet.TOTAL), Measure.CAME, origin.person()));
        first.forEach(person -> sheet.mark(rows.getOrDefault(person, Sheet.TOTAL), Measure.FIRST_BUYERS, person));
        bought.forEach(sale -> brought(sheet, first, rows, persons.of(sale.client()), sale.minor()));
        sales.returned(business, MoneyReports.EVER, question.seen())
                .forEach(back -> brought(sheet, first, rows, persons.of(back.client()), -back.minor()));
        return sheet;
    }

    private static Set<Long> firstBuyers(Question question, Persons persons, List<Sales.Sale> bought) {
        Set<Long> seen = new HashSet<>();
        Set<Long> first = new HashSet<>();
        for (Sales.Sale sale : bought) {
            Instant at = sale.completedAt();
            long person = persons.of(sale.client());
            if (seen.add(person) && at != null && question.period().contains(at)) {
                first.add(person);
            }
        }
        return first;
    }

    private static void brought(Sheet sheet, Set<Long> first, Map<Long, String> rows, long person, long minor) {
        if (first.contains(person)) {
            sheet.add(rows.getOrDefault(person, Sheet.TOTAL), Measure.BROUGHT, person, minor);
        }
    }
}
