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
    private static final int RANK = 17;

    private final MeasuringTalk measuring;
    private final Courses courses;

    JournalBot(MeasuringTalk measuring, Courses courses) {
        this.measuring = measuring;
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
        return Set.of("progress");
    }

    @Override
    public Map<String, String> help() {
        return Map.of("progress", "записать замеры");
    }

    @Override
    public List<MenuLine> menu(BotCall call) {
        return courses.underWay(call.business(), call.client()).isEmpty()
                ? List.of()
                : List.of(new MenuLine(RANK, "Записать замеры", MeasuringTalk.WORD));
    }

    @Override
    public BotReply onCommand(BotCall call, String command, String arguments) {
        return measuring.begin(call);
    }

    @Override
    public BotReply onPress(BotCall call, String data) {
        List<String> parts = List.of(data.split(":", 6));
        return switch (parts.getFirst()) {
            case "periods" -> measuring.periods(call);
            case "at", "skip", "stop", "sure" -> measuring.onPress(call, parts);
            default -> measuring.begin(call);
        };
    }

    @Override
    public BotReply onText(BotCall call, String awaited, String text) {
        List<String> parts = List.of(awaited.split(":", 6));
        return switch (parts.getFirst()) {
            case "m" -> measuring.onText(call, parts, text);
            default -> BotReply.nothing();
        };
    }
}
