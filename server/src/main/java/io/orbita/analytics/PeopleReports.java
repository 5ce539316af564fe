package io.orbita.analytics;

import io.orbita.clients.Clients;
import io.orbita.clients.Origins;
import io.orbita.dialogues.Passes;
import io.orbita.payments.Sales;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who came, from where, and what became of them. */
@Configuration(proxyBeanMethods = false)
class PeopleReports {
    private static final List<Measure> BECAME = List.of(
            Measure.CAME,
            Measure.CAME_STARTED,
            Measure.CAME_FINISHED,
            Measure.CAME_ORDERED,
            Measure.CAME_BOUGHT,
            Measure.CAME_BOUGHT_SHARE);

    @Bean
    Report clientsGrowth(Origins origins) {
        return MoneyReports.report("clients-growth", question -> {
            var sheet =
                    new Sheet(List.of(Measure.NEW_CLIENTS), question.business().currency());
            question.period().pieces(question.grain()).forEach(day -> sheet.row(day.toString(), ""));
            origins.between(question.business().id(), question.from(), question.until())
                    .forEach(origin -> sheet.mark(
                            question.period()
                                    .piece(origin.at(), question.grain())
                                    .toString(),
                            Measure.NEW_CLIENTS,
                            origin.person()));
            return sheet;
        });
    }

    @Bean
    Report conversion(Origins origins, Passes passes, Sales sales, Clients clients) {
        return MoneyReports.report("conversion", question -> {
            var sheet = new Sheet(BECAME, question.business().currency());
            became(sheet, question, Map.of(), origins, passes, sales, clients);
            return sheet;
        });
    }

    @Bean
    Report sources(Origins origins, Passes passes, Sales sales, Clients clients) {
        return MoneyReports.report("sources", question -> {
            var sheet = new Sheet(
                    List.of(
                            Measure.CAME,
                            Measure.CAME_STARTED,
                            Measure.CAME_FINISHED,
                            Measure.CAME_ORDERED,
                            Measure.CAME_BOUGHT,
                            Measure.CAME_BOUGHT_SHARE,
                            Measure.PAYMENTS_COMPLETED,
                            Measure.BUYERS,
                            Measure.REVENUE,
                            Measure.REFUNDS,
                            Measure.REVENUE_NET,
                            Measure.AVERAGE_BILL,
                            Measure.REVENUE_SHARE),
                    question.business().currency());
            var business = question.business().id();
            Persons persons = MoneyReports.persons(clients, question);
            Set<Long> seen = new HashSet<>();
            origins.between(business, question.from(), question.until()).forEach(origin -> seen.add(origin.person()));
            sales.completed(business, question.from(), question.until())
                    .forEach(sale -> seen.add(persons.of(sale.client())));
            sales.returned(business, question.from(), question.until())
                    .forEach(back -> seen.add(persons.of(back.client())));
            Map<Long, String> rows = new HashMap<>();
            origins.of(business, seen).forEach((person, origin) -> rows.put(person, source(origin, question.by())));
            rows.values().stream().sorted().distinct().forEach(row -> sheet.row(row, ""));
            became(sheet, question, rows, origins, passes, sales, clients);
            money(sheet, question, rows, sales, persons);
            return sheet;
        });
    }

    /** What a person is counted under; no mark of a person can be taken for one of the other two. */
    private static String source(Origins.Origin origin, String by) {
        String name = by.equals("source") ? origin.source() : origin.utm().getOrDefault(by, "");
        return name.isBlank() ? "(none)" : name.equals(Sheet.TOTAL) ? "(total)" : name;
    }

    private static void became(
            Sheet sheet,
            Report.Question question,
            Map<Long, String> rows,
            Origins origins,
            Passes passes,
            Sales sales,
            Clients clients) {
        var business = question.business().id();
        Persons persons = MoneyReports.persons(clients, question);
        Set<Long> came = origins.between(business, question.from(), question.until()).stream()
                .map(Origins.Origin::person)
                .collect(Collectors.toSet());
        came.forEach(person -> mark(sheet, rows, Measure.CAME, person));
        passes.started(business, question.from(), question.seen()).forEach(pass -> {
            long person = persons.of(pass.client());
            if (came.contains(person)) {
                mark(sheet, rows, Measure.CAME_STARTED, person);
                if (pass.finishedAt() != null) {
                    mark(sheet, rows, Measure.CAME_FINISHED, person);
                }
            }
        });
        sales.created(business, question.from(), question.seen()).forEach(sale -> {
            long person = persons.of(sale.client());
            if (came.contains(person)) {
                mark(sheet, rows, Measure.CAME_ORDERED, person);
                if (sale.completedAt() != null) {
                    mark(sheet, rows, Measure.CAME_BOUGHT, person);
                }
            }
        });
    }

    private static void mark(Sheet sheet, Map<Long, String> rows, Measure measure, long person) {
        sheet.mark(rows.getOrDefault(person, Sheet.TOTAL), measure, person);
    }

    private static void money(
            Sheet sheet, Report.Question question, Map<Long, String> rows, Sales sales, Persons persons) {
        var business = question.business().id();
        sales.completed(business, question.from(), question.until()).forEach(sale -> {
            long person = persons.of(sale.client());
            String row = rows.getOrDefault(person, Sheet.TOTAL);
            sheet.add(row, Measure.PAYMENTS_COMPLETED, person, 1);
            sheet.add(row, Measure.REVENUE, person, sale.minor());
            sheet.add(row, Measure.REVENUE_NET, person, sale.minor());
            sheet.mark(row, Measure.BUYERS, person);
        });
        sales.returned(business, question.from(), question.until()).forEach(back -> {
            long person = persons.of(back.client());
            String row = rows.getOrDefault(person, Sheet.TOTAL);
            sheet.add(row, Measure.REFUNDS, person, back.minor());
            sheet.add(row, Measure.REVENUE_NET, person, -back.minor());
        });
    }
}
