package io.orbita.journal;

import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.journal.CheckinRows.Checkin;
import io.orbita.journal.CheckinRows.Said;
import io.orbita.journal.Courses.Stand;
import io.orbita.journal.EntryRows.Writer;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.programs.Programs;
import io.orbita.programs.WeekOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The weekly check-in in the bot. Its buttons carry programme and week, so that an old keyboard can never answer for another week: {@code
 * week:<programme>:<week>:<outcome>} and {@code hurts:<programme>:<week>:<hash of the movement>}.
 */
@Component
class CheckinTalk {
    private static final int LONGEST_COMMENT = 1000;
    private static final int MOST_MOVEMENTS = 12;
    private static final Set<String> NO_WORDS = Set.of("нет", "пропустить", "-", "не", "ничего");

    private final Checkins checkins;
    private final Courses courses;
    private final Programs programs;

    CheckinTalk(Checkins checkins, Courses courses, Programs programs) {
        this.checkins = checkins;
        this.courses = courses;
        this.programs = programs;
    }

    /** What stands on a button after its verb. */
    private record Week(long program, int week) {
        static Optional<Week> of(List<String> parts) {
            return parts.size() < 3
                            || !parts.get(1).matches("\\d{1,18}")
                            || !parts.get(2).matches("\\d{1,2}")
                    ? Optional.empty()
                    : Optional.of(new Week(Long.parseLong(parts.get(1)), Integer.parseInt(parts.get(2))));
        }

        String text() {
            return program + ":" + week;
        }
    }

    /** The question about the week that is due to be reported. */
    BotReply begin(BotCall call) {
        Optional<Stand> stand = courses.underWay(call.business(), call.client());
        if (stand.isEmpty()) {
            return BotReply.of(Content.of(
                    "Сейчас у вас нет программы, о которой спросить. Замеры можно записать и так: /progress."));
        }
        if (stand.get().reported() < 1) {
            return BotReply.of(Content.of("Первая неделя ещё идёт. В её конце спрошу, как прошло."));
        }
        return asked(call, new Week(stand.get().program(), stand.get().reported()));
    }

    private BotReply asked(BotCall call, Week week) {
        String before = checkins.ofWeek(call.business(), week.program(), week.week())
                .map(Checkin::outcome)
                .map(outcome -> " Вы уже ответили: %s. Можно изменить.".formatted(Checkins.words(outcome)))
                .orElse("");
        return BotReply.of(Content.of(
                "Как прошла неделя %d?%s".formatted(week.week(), before),
                List.of(
                        List.of(choice("Всё сделано", week, WeekOutcome.DONE)),
                        List.of(choice("Были пропуски", week, WeekOutcome.SKIPPED)),
                        List.of(choice("Было тяжело", week, WeekOutcome.HARD)),
                        List.of(choice("Что-то болит", week, WeekOutcome.PAIN)))));
    }

    private static Button choice(String text, Week week, WeekOutcome outcome) {
        return Button.press(text, JournalBot.data("week:" + week.text() + ":" + outcome.wire()));
    }

    BotReply onPress(BotCall call, List<String> parts) {
        Optional<Week> week = Week.of(parts).filter(one -> mine(call, one));
        if (week.isEmpty()) {
            return begin(call);
        }
        String last = parts.size() > 3 ? parts.get(3) : "";
        if (parts.getFirst().equals("hurts")) {
            return hurts(call, week.get(), last);
        }
        return WeekOutcome.of(last)
                .map(outcome -> answered(call, week.get(), outcome))
                .orElseGet(() -> asked(call, week.get()));
    }

    private BotReply answered(BotCall call, Week week, WeekOutcome outcome) {
        Optional<Checkin> before = checkins.ofWeek(call.business(), week.program(), week.week());
        String pattern = outcome == WeekOutcome.PAIN
                ? before.filter(one -> one.outcome() == WeekOutcome.PAIN)
                        .map(Checkin::pattern)
                        .orElse(null)
                : null;
        Programs.Reaction reaction = checkins.answer(
                call.business(),
                call.client(),
                week.program(),
                week.week(),
                new Said(outcome, pattern, null),
                Writer.BOT);
        return switch (outcome) {
            case DONE ->
                BotReply.of(Content.of(
                        "Отлично, так держать! Дальше по плану.",
                        List.of(List.of(Button.press("Записать замеры", JournalBot.data(MeasuringTalk.WORD))))));
            case SKIPPED ->
                BotReply.awaiting(
                        "c:" + week.text(),
                        Content.of("Бывает, ничего страшного. " + consequence(reaction)
                                + "\n\nЧто помешало? Напишите пару слов, тренер прочтёт, или «нет»."));
            case HARD ->
                BotReply.awaiting(
                        "c:" + week.text(),
                        Content.of("Понял. " + consequence(reaction)
                                + "\n\nЧто было тяжелее всего? Напишите пару слов, тренер прочтёт, или «нет»."));
            case PAIN -> whichMovement(call, week);
        };
    }

    /** The pain is written down already: whoever goes away now is looked after all the same. */
    private BotReply whichMovement(BotCall call, Week week) {
        var rows = new ArrayList<List<Button>>();
        programs.movements(call.business(), week.program(), week.week()).stream()
                .limit(MOST_MOVEMENTS)
                .forEach(movement -> rows.add(List.of(Button.press(
                        movement.title(), JournalBot.data("hurts:" + week.text() + ":" + hash(movement.pattern()))))));
        rows.add(List.of(Button.press("Не из-за упражнений", JournalBot.data("hurts:" + week.text() + ":0"))));
        return BotReply.of(Content.of(
                "Записал, тренер уже знает. Через боль не тренируйтесь; если она сильная или не проходит, покажитесь врачу.\n\n"
                        + "В каком движении болит?",
                rows));
    }

    private BotReply hurts(BotCall call, Week week, String hash) {
        Optional<String> pattern = programs.movements(call.business(), week.program(), week.week()).stream()
                .map(Programs.Movement::pattern)
                .filter(one -> hash(one).equals(hash))
                .findFirst();
        Optional<Programs.Reaction> reaction = pattern.map(one -> checkins.answer(
                call.business(),
                call.client(),
                week.program(),
                week.week(),
                new Said(WeekOutcome.PAIN, one, null),
                Writer.BOT));
        return BotReply.awaiting(
                "c:" + week.text(),
                Content.of(reaction.map(CheckinTalk::consequence).orElse("Понял.")
                        + "\n\nОпишите, что и когда болит, или напишите «нет»: тренер прочтёт."));
    }

    BotReply onText(BotCall call, List<String> parts, String text) {
        Optional<Week> week = Week.of(parts).filter(one -> mine(call, one));
        String words = text.strip();
        if (week.isEmpty() || words.isEmpty()) {
            return begin(call);
        }
        if (NO_WORDS.contains(words.toLowerCase(java.util.Locale.ROOT))) {
            return BotReply.of(Content.of("Хорошо."));
        }
        checkins.comment(
                call.business(),
                call.client(),
                week.get().program(),
                week.get().week(),
                words.substring(0, Math.min(words.length(), LONGEST_COMMENT)));
        return BotReply.of(Content.of("Спасибо, передал тренеру."));
    }

    private static String consequence(Programs.Reaction reaction) {
        return switch (reaction.kind()) {
            case CHANGES -> "Меняю план, пришлю его через минуту.";
            case TRAINER_DECIDES -> "Тренер посмотрит и решит, менять ли план.";
            case NOTHING -> "План пока остаётся прежним.";
        };
    }

    /** Fits a button's 64 bytes, and still names the movement when the plan has changed meanwhile. */
    private static String hash(String pattern) {
        return Integer.toHexString(pattern.hashCode());
    }

    private boolean mine(BotCall call, Week week) {
        return courses.of(call.business(), call.client(), week.program())
                .filter(stand -> week.week() >= 1 && week.week() <= Math.min(stand.weeks(), stand.week()))
                .isPresent();
    }
}
