package io.orbita.demo;

import io.orbita.demo.Guest.Person;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** People who call or come by, entered by staff. */
final class PhoneCalls {
    private static final List<String> SOURCES =
            List.of("Звонок", "По рекомендации", "С улицы", "По рекомендации", "2ГИС");
    private static final List<String> STUDIO = List.of(
            "Узнали про нас от подруги, спрашивает про групповые занятия.",
            "Нужна программа для мужа, подарок на день рождения.",
            "Звонили из офиса рядом: интересует скидка на троих.",
            "Хочет живую консультацию, онлайн не подходит.");
    private static final List<String> SALON = List.of(
            "Записали на стрижку, просит мастера Ольгу.",
            "Спрашивает про окрашивание, перезвоним с ценой.",
            "Постоянная клиентка, раз в месяц стрижка и укладка.",
            "Хочет абонемент, думает между пятью и десятью визитами.");

    private final Crew crew;

    PhoneCalls(Crew crew) {
        this.crew = crew;
    }

    void ofStudio(Calendar calendar, List<Person> people, long by) {
        plan(
                calendar,
                people,
                by,
                STUDIO,
                List.of("consultation", "active", "", "deciding", "consultation", "active", "inactive"));
    }

    void ofSalon(Calendar calendar, List<Person> people, long by) {
        plan(
                calendar,
                people,
                by,
                SALON,
                List.of("active", "consultation", "purchased", "active", "deciding", "", "finished"));
    }

    private void plan(Calendar calendar, List<Person> people, long by, List<String> notes, List<String> stages) {
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            Instant calls = calendar.day(1 + i * (DemoLife.DAYS - 2) / people.size(), 10 + i % 8, i * 13 % 60);
            String source = SOURCES.get(i % SOURCES.size());
            String note = notes.get(i % notes.size());
            String stage = stages.get(i % stages.size());
            int number = i;
            calendar.at(calls, () -> {
                crew.enter(calendar.business(), person, source);
                crew.at(calendar.business(), person.phone(), by, card -> {
                    card.mine().note("call", note);
                    if (number % 4 == 0) {
                        card.task("Перезвонить, как договорились", calendar.today(number % 3 - 1, 12, 0));
                    }
                });
            });
            if (!stage.isEmpty()) {
                calendar.at(
                        calls.plus(1, ChronoUnit.DAYS),
                        () -> crew.at(calendar.business(), person.phone(), by, card -> card.stage(stage)));
            }
        }
    }
}
