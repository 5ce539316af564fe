package io.orbita.programs.content;

import io.orbita.programs.content.ProgramContent.Offer;
import io.orbita.programs.exercise.Equipment;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.selection.Choice.Candidate;
import io.orbita.programs.selection.Fit;
import io.orbita.programs.selection.Setting;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words around the table, for one client. Nothing here may speak of the template's id or of points. */
final class Wording {
    private final Trainee trainee;
    private final Candidate chosen;
    private final String name;
    private final long seed;

    Wording(Trainee trainee, Candidate chosen, String name, long seed) {
        this.trainee = trainee;
        this.chosen = chosen;
        this.name = name;
        this.seed = seed;
    }

    List<String> facts(int days) {
        return List.of(
                trainee.level().text(),
                trainee.setting().text(),
                Words.count(days, "тренировка", "тренировки", "тренировок") + " в неделю");
    }

    List<String> intro(int weeks, boolean paid) {
        String hello = name.isEmpty() ? "" : name + ", ";
        List<String> openings = paid
                ? List.of(
                        "это ваш план %s. Он собран под вашу цель, опыт и то, чем вы располагаете.",
                        "перед вами план %s: от первой спокойной недели до уверенных рабочих весов.",
                        "здесь всё, что нужно для занятий %s: тренировки по дням, подходы, повторы и подсказки.")
                : List.of(
                        "это первая неделя вашей программы. Попробуйте и посмотрите, как она ложится на ваш день.",
                        "с этой недели удобно начать: нагрузка с запасом, всё расписано по дням.",
                        "вот неделя, с которой начинается ваш план. Сделайте её и напишите, как прошло.");
        String opening =
                openings.get((int) Math.floorMod(seed, (long) openings.size())).formatted(Words.forWeeks(weeks));
        return List.of(capital(hello + opening), aim());
    }

    private String aim() {
        return switch (trainee.aim()) {
            case FAT_LOSS ->
                "Силовые упражнения сохраняют мышцы, а короткие интервалы в конце тренировки помогают тратить больше. Вместе с обычной ходьбой и спокойным питанием это даёт ровное похудение.";
            case MUSCLE ->
                "Упор на базовые движения и постепенную прибавку: подходов становится больше, повторов меньше, веса растут. Мышцам для роста нужны ещё сон и еда.";
            case RECOMPOSITION ->
                "План держит баланс: достаточно силовой работы, чтобы мышцы становились крепче, и достаточно отдыха, чтобы вы не выгорели. Форма меняется постепенно, зато надолго.";
            case ENDURANCE ->
                "Силовая часть делает тело крепким, а работа на время в конце учит держать темп. Интервалы удлиняются от недели к неделе.";
        };
    }

    @Nullable String doctorsNote() {
        if (!trainee.doctorFirst()) {
            return null;
        }
        if (trainee.limitations().contains(Risk.PREGNANCY)) {
            return "Перед первой тренировкой покажите этот план врачу, который ведёт беременность. Остановитесь при боли, головокружении или любом необычном ощущении.";
        }
        if (trainee.limitations().contains(Risk.HEART)) {
            return "Перед первой тренировкой покажите этот план врачу. Не задерживайте дыхание, следите за самочувствием и остановитесь при боли в груди, одышке или головокружении.";
        }
        return "Вы написали о здоровье, поэтому перед первой тренировкой посоветуйтесь с врачом. Если упражнение вызывает боль, пропустите его и возьмите замену.";
    }

    List<String> reasons() {
        var reasons = new ArrayList<String>();
        reasons.add(level());
        reasons.add(place());
        String spared = trainee.limitations().stream()
                .filter(risk -> risk != Risk.IMPACT)
                .sorted()
                .map(Risk::why)
                .collect(Collectors.joining(", "));
        if (!spared.isEmpty()) {
            reasons.add(capital(spared) + ": неподходящие упражнения убрали или заменили.");
        }
        List<Fit.Change> changes = chosen.fit().changes().stream()
                .filter(change -> change.to() != null)
                .toList();
        if (!changes.isEmpty()) {
            Fit.Change first = changes.getFirst();
            reasons.add("Подстроили под вас %s: например, вместо «%s» будет «%s»."
                    .formatted(
                            Words.count(changes.size(), "упражнение", "упражнения", "упражнений"),
                            first.from(),
                            first.to()));
        }
        int days = chosen.fit().weeks().getFirst().sessions().size();
        if (days < trainee.days()) {
            reasons.add(
                    "Вы готовы на %s в неделю, но для прогресса сейчас хватит %d: в свободные дни ходите и отдыхайте."
                            .formatted(Words.count(trainee.days(), "день", "дня", "дней"), days));
        }
        return reasons;
    }

    private String level() {
        if (trainee.fragile()) {
            return "Нагрузка щадящая: запас повторений большой, подходов до предела нет.";
        }
        return switch (trainee.level()) {
            case BEGINNER -> "Вы начинаете, поэтому движения простые, запас большой, а подходов прибавляем понемногу.";
            case INTERMEDIATE -> "Опыт у вас есть: базовых движений больше, веса растут каждую неделю.";
            case ADVANCED ->
                "Вы тренируетесь давно: нагрузка выше, запас повторений меньше, разгрузка каждую четвёртую неделю.";
        };
    }

    private String place() {
        if (trainee.setting() == Setting.GYM) {
            return "Занимаетесь в зале: есть и тренажёры, и свободные веса.";
        }
        String things = trainee.tools().stream().sorted().map(Equipment::text).collect(Collectors.joining(", "));
        String where = trainee.setting() == Setting.OUTDOORS ? "Занимаетесь на улице" : "Занимаетесь дома";
        return things.isEmpty()
                ? where + " без инвентаря: хватит веса тела, стула и рюкзака с книгами."
                : where + ", взяли то, что есть: " + things + ".";
    }

    List<String> guide() {
        boolean seasoned = trainee.level() != Experience.BEGINNER;
        return List.of(
                "Разминка 5–8 минут: ходьба или лёгкие движения, затем по одному лёгкому подходу первых двух упражнений.",
                "«16-12» значит: начните с веса, с которым выходит 16 повторов, и закончите подходы не меньше чем на 12. "
                        + (trainee.fragile()
                                ? "С прибавкой веса не спешите."
                                : "Вышел верх диапазона во всех подходах, прибавьте %s."
                                        .formatted(seasoned ? "2,5–5 кг" : "1–2,5 кг")),
                "Запас (RIR): сколько повторов вы ещё могли бы сделать чисто. 1-3 значит почти до предела, 3-5 средне, 5+ легко.",
                "В столбцы «Вес» пишите рабочий вес каждого подхода: по ним видно, как вы растёте.",
                "Под упражнением мелко стоит замена: берите её, если тренажёр занят или движение не идёт. При боли остановитесь.");
    }

    Offer offer(List<Week> all) {
        int rest = all.size() - 1;
        long exercises = all.stream()
                .flatMap(week -> week.sessions().stream())
                .flatMap(session -> session.exercises().stream())
                .map(Prescription::name)
                .distinct()
                .count();
        long sessions = all.stream().mapToLong(week -> week.sessions().size()).sum();
        return new Offer(
                "Что добавит полная программа",
                List.of(
                        "Ещё %s: всего %s, расписанных по дням."
                                .formatted(
                                        Words.count(rest, "неделя", "недели", "недель"),
                                        Words.count(sessions, "тренировка", "тренировки", "тренировок")),
                        "Рост нагрузки по плану: подходы, повторы и веса меняются от недели к неделе, каждая четвёртая неделя разгрузочная.",
                        "%s с техникой и заменами, чтобы не топтаться на месте."
                                .formatted(Words.count(exercises, "упражнение", "упражнения", "упражнений")),
                        "Листы для записи весов на каждую неделю и подсказки тренера."));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
