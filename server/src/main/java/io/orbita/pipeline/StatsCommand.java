package io.orbita.pipeline;

import io.orbita.businesses.Businesses;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotCommand;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.platform.figures.Period;
import io.orbita.platform.text.Plural;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** «/stats» for staff: the funnel of the last days in the chat. */
@Component
class StatsCommand implements BotCommand {
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 366;

    private final Funnel funnel;
    private final Businesses businesses;
    private final Clock clock;

    StatsCommand(Funnel funnel, Businesses businesses, Clock clock) {
        this.funnel = funnel;
        this.businesses = businesses;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return "stats";
    }

    @Override
    public Set<String> staffCommands() {
        return Set.of("stats");
    }

    @Override
    public BotReply onCommand(BotCall call, String command, String arguments) {
        return call.staff() == null ? BotReply.nothing() : BotReply.of(stats(call, days(arguments.strip())));
    }

    @Override
    public BotReply onPress(BotCall call, String data) {
        return onCommand(call, "stats", data);
    }

    private static int days(String text) {
        return text.matches("\\d{1,3}") && !text.matches("0+")
                ? Math.min(MOST_DAYS, Integer.parseInt(text))
                : USUAL_DAYS;
    }

    private Content stats(BotCall call, int days) {
        ZoneId zone = businesses.get(call.business()).zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Funnel.StageFigures> figures = funnel.figures(
                        call.business(), FunnelQuery.flow(new Period(today.minusDays(days - 1L), today, zone)))
                .stages();
        String reached = figures.stream()
                .map(figure ->
                        "• " + figure.stage().name() + " — " + clients(Objects.requireNonNullElse(figure.reached(), 0)))
                .collect(Collectors.joining("\n"));
        String now = figures.stream()
                .filter(figure -> figure.now() > 0)
                .map(figure -> "• " + figure.stage().name() + " — " + clients(figure.now()))
                .collect(Collectors.joining("\n"));
        String period = days == 1 ? "Сегодня" : "За " + days + " " + Plural.of(days, "день", "дня", "дней");
        return Content.of(
                period + " до этапов дошли:\n" + reached + "\n\nСейчас на доске:\n"
                        + (now.isEmpty() ? "пока никого" : now),
                List.of(List.of(
                        Button.press("Сегодня", "stats:1"),
                        Button.press("7 дней", "stats:7"),
                        Button.press("30 дней", "stats:30"))));
    }

    private static String clients(long number) {
        return number + " " + Plural.of(number, "клиент", "клиента", "клиентов");
    }
}
