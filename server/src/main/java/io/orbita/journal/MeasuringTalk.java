package io.orbita.journal;

import io.orbita.businesses.Businesses;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.journal.Courses.Stand;
import io.orbita.journal.Entries.Moment;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Measuring in the bot, one figure after another. A figure is kept the moment it is given, so nothing is lost by stopping; where the talk stands is in what
 * it waits for and on its buttons: {@code <programme or 0>:<period>:<number of the measure>}.
 */
@Component
class MeasuringTalk {
    static final String WORD = "measure";
    private static final Set<String> SKIPPING = Set.of("пропустить", "пропуск", "дальше", "не знаю", "нет", "-");
    private static final Set<String> ENDING = Set.of("закончить", "готово", "хватит", "всё", "все", "конец");
    private static final Set<String> SURE = Set.of("да", "точно", "верно", "да, точно", "да точно", "ага", "конечно");

    private final Entries entries;
    private final Courses courses;
    private final Businesses businesses;
    private final Clock clock;

    MeasuringTalk(Entries entries, Courses courses, Businesses businesses, Clock clock) {
        this.entries = entries;
        this.courses = courses;
        this.businesses = businesses;
        this.clock = clock;
    }

    /** Which figure of which row is asked for. */
    private record Spot(Moment moment, int number) {
        Measure measure() {
            return Measure.values()[number];
        }

        Spot next() {
            return new Spot(moment, number + 1);
        }

        boolean beyond() {
            return number >= Measure.values().length;
        }

        String text() {
            return (moment.program() == null ? 0 : moment.program())
                    + ":"
                    + moment.period().wire()
                    + ":"
                    + number;
        }

        static Optional<Spot> of(String program, String period, String number) {
            if (!program.matches("\\d{1,18}") || !number.matches("\\d{1,2}")) {
                return Optional.empty();
            }
            long id = Long.parseLong(program);
            int index = Integer.parseInt(number);
            return index >= Measure.values().length
                    ? Optional.empty()
                    : Period.of(period).map(when -> new Spot(new Moment(id == 0 ? null : id, when), index));
        }
    }

    /** The beginning: for the week that runs now, with a way to any other period. */
    BotReply begin(BotCall call) {
        Optional<Stand> stand = courses.underWay(call.business(), call.client());
        Long program = stand.map(Stand::program).orElse(null);
        Period now = stand.map(MeasuringTalk::period).orElse(Period.BEFORE);
        boolean first =
                stand.isEmpty() || (stand.get().week() == 1 && !entries.begun(call.business(), call.client(), program));
        Period period = first ? Period.BEFORE : now;
        var intro = new ArrayList<List<Button>>();
        if (stand.isPresent()) {
            intro.add(List.of(Button.press("Другой период", JournalBot.data("periods"))));
        }
        return asked(
                call,
                new Spot(new Moment(program, period), 0),
                "Запишем замеры, %s. Отвечайте числом, лишнее пропускайте.\n\n".formatted(period.title()),
                intro);
    }

    static Period period(Stand stand) {
        return stand.over() ? Period.AFTER : Period.week(stand.week());
    }

    BotReply periods(BotCall call) {
        Optional<Stand> stand = courses.underWay(call.business(), call.client());
        if (stand.isEmpty()) {
            return begin(call);
        }
        var rows = new ArrayList<List<Button>>();
        var row = new ArrayList<Button>();
        int last = Math.min(Math.min(stand.get().week(), stand.get().weeks()), Period.LAST_WEEK);
        rows.add(List.of(choice(stand.get(), Period.BEFORE, "До начала")));
        for (int week = 1; week <= last; week++) {
            row.add(choice(stand.get(), Period.week(week), Integer.toString(week)));
            if (row.size() == 4 || week == last) {
                rows.add(List.copyOf(row));
                row.clear();
            }
        }
        if (stand.get().over()) {
            rows.add(List.of(choice(stand.get(), Period.AFTER, "После программы")));
        }
        return BotReply.of(Content.of("За какую неделю замеры?", rows));
    }

    private static Button choice(Stand stand, Period period, String text) {
        return Button.press(text, JournalBot.data("at:" + new Spot(new Moment(stand.program(), period), 0).text()));
    }

    /** A press: {@code verb:programme:period:number}, with the figure in tenths after {@code sure}. */
    BotReply onPress(BotCall call, List<String> parts) {
        Optional<Spot> spot = parts.size() < 4 ? Optional.empty() : Spot.of(parts.get(1), parts.get(2), parts.get(3));
        if (spot.isEmpty() || !mine(call, spot.get())) {
            return begin(call);
        }
        return switch (parts.getFirst()) {
            case "skip" -> next(call, spot.get(), "");
            case "stop" -> end(call, spot.get());
            case "sure" -> {
                if (parts.size() < 5 || !parts.get(4).matches("\\d{1,4}")) {
                    yield asked(call, spot.get(), "", List.of());
                }
                yield spot.get()
                        .measure()
                        .accepted(BigDecimal.valueOf(Long.parseLong(parts.get(4)), 1))
                        .map(value -> kept(call, spot.get(), value))
                        .orElseGet(() -> asked(call, spot.get(), "", List.of()));
            }
            default -> asked(call, spot.get(), "", List.of());
        };
    }

    /** A typed answer to a question, or to «точно?» when the figure in tenths follows. */
    BotReply onText(BotCall call, List<String> parts, String text) {
        Optional<Spot> spot = parts.size() < 4 ? Optional.empty() : Spot.of(parts.get(1), parts.get(2), parts.get(3));
        if (spot.isEmpty() || !mine(call, spot.get())) {
            return begin(call);
        }
        String words = text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!]+$", "");
        if (parts.size() > 4 && SURE.contains(words)) {
            return onPress(call, List.of("sure", parts.get(1), parts.get(2), parts.get(3), parts.get(4)));
        }
        if (parts.size() > 4 && words.equals("нет")) {
            return asked(call, spot.get(), "Хорошо, напишите ещё раз. ", List.of());
        }
        if (ENDING.contains(words)) {
            return end(call, spot.get());
        }
        if (SKIPPING.contains(words)) {
            return next(call, spot.get(), "");
        }
        return answered(call, spot.get(), text, parts.size() > 4 ? parts.get(4) : "");
    }

    private BotReply answered(BotCall call, Spot spot, String text, String doubted) {
        Measure measure = spot.measure();
        Optional<BigDecimal> typed = Numbers.typed(text);
        if (typed.isEmpty()) {
            return asked(
                    call,
                    spot,
                    "Нужно одно число, например %s. Или напишите «пропустить».\n\n".formatted(measure.example()),
                    List.of());
        }
        Optional<BigDecimal> figure = measure.accepted(typed.get());
        if (figure.isEmpty()) {
            return asked(call, spot, "Похоже на опечатку: нужно %s.\n\n".formatted(measure.bounds()), List.of());
        }
        String tenths = figure.get().unscaledValue().toString();
        Optional<BigDecimal> former = entries.former(call.business(), call.client(), spot.moment(), measure);
        boolean repeated = tenths.equals(doubted);
        if (!repeated && former.isPresent() && Measure.jumps(former.get(), figure.get())) {
            return BotReply.awaiting(
                    "m:" + spot.text() + ":" + tenths,
                    Content.of(
                            "%s: было %s, теперь %s %s. Точно?"
                                    .formatted(
                                            measure.title(),
                                            Numbers.shown(former.get()),
                                            Numbers.shown(figure.get()),
                                            measure.unitInRussian()),
                            List.of(List.of(
                                    Button.press("Да, точно", JournalBot.data("sure:" + spot.text() + ":" + tenths)),
                                    Button.press("Исправить", JournalBot.data("at:" + spot.text()))))));
        }
        return kept(call, spot, figure.get());
    }

    private BotReply kept(BotCall call, Spot spot, BigDecimal value) {
        entries.put(call.business(), call.client(), spot.moment(), today(call), spot.measure(), value);
        return next(call, spot, "");
    }

    private BotReply next(BotCall call, Spot spot, String before) {
        Spot next = spot.next();
        return next.beyond() ? end(call, spot) : asked(call, next, before, List.of());
    }

    private BotReply asked(BotCall call, Spot spot, String before, List<List<Button>> more) {
        Measure measure = spot.measure();
        String last = entries.former(call.business(), call.client(), spot.moment(), measure)
                .map(value -> " В прошлый раз: " + Numbers.shown(value) + ".")
                .orElse("");
        var buttons = new ArrayList<List<Button>>();
        buttons.add(List.of(
                Button.press("Пропустить", JournalBot.data("skip:" + spot.text())),
                Button.press("Закончить", JournalBot.data("stop:" + spot.text()))));
        buttons.addAll(more);
        return BotReply.awaiting("m:" + spot.text(), Content.of(before + measure.question() + last, buttons));
    }

    private BotReply end(BotCall call, Spot spot) {
        Optional<Entry> entry = entries.close(call.business(), call.client(), spot.moment())
                .filter(found -> !found.figures().isEmpty());
        if (entry.isEmpty()) {
            return BotReply.of(Content.of("Ничего не записал. Когда измерите, напишите /progress."));
        }
        var text = new StringBuilder(
                "Записал, %s:".formatted(spot.moment().period().title()));
        for (Map.Entry<Measure, BigDecimal> figure : entry.get().figures().entrySet()) {
            Measure measure = figure.getKey();
            text.append("\n%s: %s %s"
                    .formatted(measure.title(), Numbers.shown(figure.getValue()), measure.unitInRussian()));
            entries.former(call.business(), call.client(), spot.moment(), measure)
                    .map(former -> figure.getValue().subtract(former))
                    .filter(change -> change.signum() != 0)
                    .ifPresent(change -> text.append(" (" + Numbers.change(change) + ")"));
        }
        return BotReply.of(Content.of(text.toString()));
    }

    /** Buttons come back from outside: a programme of somebody else opens nothing. */
    private boolean mine(BotCall call, Spot spot) {
        Long program = spot.moment().program();
        return program == null || courses.owns(call.business(), call.client(), program);
    }

    private LocalDate today(BotCall call) {
        return clock.instant().atZone(businesses.get(call.business()).zone()).toLocalDate();
    }
}
