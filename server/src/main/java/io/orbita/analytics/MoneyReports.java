package io.orbita.analytics;

import io.orbita.clients.Clients;
import io.orbita.payments.Sales;
import io.orbita.platform.figures.Grain;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What came in: by time, by tariff, and from those who came back. */
@Configuration(proxyBeanMethods = false)
class MoneyReports {
    static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    static final List<Measure> MONEY = List.of(
            Measure.PAYMENTS_CREATED,
            Measure.PAYMENTS_COMPLETED,
            Measure.BUYERS,
            Measure.FIRST_BUYERS,
            Measure.REPEAT_PURCHASES,
            Measure.REPEAT_BUYERS,
            Measure.REVENUE,
            Measure.REFUNDS,
            Measure.REVENUE_NET,
            Measure.AVERAGE_BILL);

    @Bean
    Report revenue(Sales sales, Clients clients) {
        return report("revenue", question -> {
            var sheet = new Sheet(MONEY, question.business().currency());
            question.period().pieces(question.grain()).forEach(day -> sheet.row(day.toString(), ""));
            fill(
                    sheet,
                    question,
                    sales,
                    persons(clients, question),
                    fact -> question.period().piece(fact.at(), question.grain()).toString());
            return sheet;
        });
    }

    @Bean
    Report tariffs(Sales sales, Clients clients) {
        return report("tariffs", question -> {
            var sheet = new Sheet(
                    List.of(
                            Measure.PAYMENTS_CREATED,
                            Measure.PAYMENTS_COMPLETED,
                            Measure.BUYERS,
                            Measure.REVENUE,
                            Measure.REFUNDS,
                            Measure.REVENUE_NET,
                            Measure.AVERAGE_BILL,
                            Measure.REVENUE_SHARE),
                    question.business().currency());
            fill(sheet, question, sales, persons(clients, question), fact -> {
                String key = String.valueOf(fact.tariff());
                sheet.row(key, fact.title());
                return key;
            });
            return sheet;
        });
    }

    @Bean
    Report retention(Sales sales, Clients clients) {
        return report("retention", question -> {
            var sheet = new Sheet(
                    List.of(Measure.FIRST_BUYERS, Measure.RETAINED, Measure.RETAINED_SHARE),
                    question.business().currency());
            question.period().pieces(Grain.MONTH).forEach(day -> sheet.row(month(day), ""));
            Persons persons = persons(clients, question);
            Map<Long, List<Sales.Sale>> byPerson =
                    sales.completed(question.business().id(), EVER, question.seen()).stream()
                            .collect(Collectors.groupingBy(sale -> persons.of(sale.client())));
            byPerson.forEach((person, bought) -> {
                Instant first = bought.getFirst().completedAt();
                if (first != null && question.period().contains(first)) {
                    String row = month(question.period().piece(first, Grain.MONTH));
                    sheet.mark(row, Measure.FIRST_BUYERS, person);
                    if (bought.size() > 1) {
                        sheet.mark(row, Measure.RETAINED, person);
                    }
                }
            });
            return sheet;
        });
    }

    /** A fact of money: when, and for what. */
    record Fact(Instant at, long tariff, String title) {}

    static Persons persons(Clients clients, Report.Question question) {
        return new Persons(clients.merged(question.business().id()));
    }

    /** Lays all figures of money over the rows that the facts belong to. */
    static void fill(Sheet sheet, Report.Question question, Sales sales, Persons persons, Function<Fact, String> row) {
        var business = question.business().id();
        sales.created(business, question.from(), question.until())
                .forEach(sale -> sheet.add(
                        row.apply(new Fact(sale.createdAt(), sale.tariff(), sale.title())),
                        Measure.PAYMENTS_CREATED,
                        persons.of(sale.client()),
                        1));
        List<Sales.Sale> completed = sales.completed(business, EVER, question.until());
        Map<Long, Long> first = new HashMap<>();
        completed.forEach(sale -> first.putIfAbsent(persons.of(sale.client()), sale.payment()));
        for (Sales.Sale sale : completed) {
            Instant at = sale.completedAt();
            if (at == null || at.isBefore(question.from())) {
                continue;
            }
            long person = persons.of(sale.client());
            String key = row.apply(new Fact(at, sale.tariff(), sale.title()));
            sheet.add(key, Measure.PAYMENTS_COMPLETED, person, 1);
            sheet.add(key, Measure.REVENUE, person, sale.minor());
            sheet.add(key, Measure.REVENUE_NET, person, sale.minor());
            sheet.mark(key, Measure.BUYERS, person);
            if (first.getOrDefault(person, 0L) == sale.payment()) {
                sheet.mark(key, Measure.FIRST_BUYERS, person);
            } else {
                sheet.add(key, Measure.REPEAT_PURCHASES, person, 1);
                sheet.mark(key, Measure.REPEAT_BUYERS, person);
            }
        }
        sales.returned(business, question.from(), question.until()).forEach(back -> {
            String key = row.apply(new Fact(back.at(), back.tariff(), back.title()));
            sheet.add(key, Measure.REFUNDS, persons.of(back.client()), back.minor());
            sheet.add(key, Measure.REVENUE_NET, persons.of(back.client()), -back.minor());
        });
    }

    static String month(LocalDate day) {
        return day.toString().substring(0, 7);
    }

    static Report report(String name, Function<Report.Question, Sheet> reckoning) {
        return new Report() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Sheet sheet(Question question) {
                return reckoning.apply(question);
            }
        };
    }
}
