package io.orbita.journal;

import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotCommand;
import io.orbita.dialogues.spi.BotReply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The journal in the bot: measuring, the weekly check-in, the question at the end. */
@Component
@Transactional
class JournalBot implements BotCommand {
    private static final String PREFIX = "journal";
    static final String CHECKIN = "checkin";
    private static final int RANK = 17;

    private final MeasuringTalk measuring;
    private final CheckinTalk checkin;
    private final NpsTalk nps;
    private final Courses courses;

    JournalBot(MeasuringTalk measuring, CheckinTalk checkin, NpsTalk nps, Courses courses) {
        this.measuring = measuring;
        this.checkin = checkin;
        this.nps = nps;
        this.courses = courses;
    }

    /** The data of a button of this room. */
    static String data(String what) {
        return PREFIX + ":" + what;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Set<String> commands() {
        return Set.of("progress", "checkin");
    }

    @Override
    public Map<String, String> help() {
        return Map.of("progress", "записать замеры", "checkin", "рассказать, как прошла неделя");
    }

    @Override
    public List<MenuLine> menu(BotCall call) {
        return courses.underWay(call.business(), call.client()).isEmpty()
                ? List.of()
                : List.of(
                        new MenuLine(RANK, "Как прошла неделя", CHECKIN),
                        new MenuLine(RANK + 1, "Записать замеры", MeasuringTalk.WORD));
    }

    @Override
    public BotReply onCommand(BotCall call, String command, String arguments) {
        return command.equals("checkin") ? checkin.begin(call) : measuring.begin(call);
    }

    @Override
    public BotReply onPress(BotCall call, String data) {
        List<String> parts = List.of(data.split(":", 6));
        return switch (parts.getFirst()) {
            case "periods" -> measuring.periods(call);
            case "at", "skip", "stop", "sure" -> measuring.onPress(call, parts);
            case CHECKIN -> checkin.begin(call);
            case "week", "hurts" -> checkin.onPress(call, parts);
            case "nps" -> nps.onPress(call, parts);
            default -> measuring.begin(call);
        };
    }

    @Override
    public BotReply onText(BotCall call, String awaited, String text) {
        List<String> parts = List.of(awaited.split(":", 6));
        return switch (parts.getFirst()) {
            case "m" -> measuring.onText(call, parts, text);
            case "c" -> checkin.onText(call, parts, text);
            case "n" -> nps.onText(call, parts, text);
            default -> BotReply.nothing();
        };
    }
}
