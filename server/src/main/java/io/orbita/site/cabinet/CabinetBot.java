package io.orbita.site.cabinet;

import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotCommand;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.programs.Programs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** «Мой кабинет» in the bot: a link for this person that opens once. */
@Component
@Transactional
class CabinetBot implements BotCommand {
    private static final String PREFIX = "cabinet";
    private static final int RANK = 16;
    private static final String TEXT =
            "Ваш кабинет: тренировки с отметками и таймером, замеры, оплаты. Ссылка сработает один раз в течение 30 минут, дальше браузер вас запомнит.";

    private final Entrances entrances;
    private final CabinetAddress address;
    private final Programs programs;

    CabinetBot(Entrances entrances, CabinetAddress address, Programs programs) {
        this.entrances = entrances;
        this.address = address;
        this.programs = programs;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Set<String> commands() {
        return Set.of("cabinet");
    }

    @Override
    public Map<String, String> help() {
        return Map.of("cabinet", "мой кабинет");
    }

    /** Where there is a programme there is something to do in the cabinet; the command works always. */
    @Override
    public List<MenuLine> menu(BotCall call) {
        return programs.of(call.business(), call.client()).isEmpty()
                ? List.of()
                : List.of(new MenuLine(RANK, "Мой кабинет", "open"));
    }

    @Override
    public BotReply onCommand(BotCall call, String command, String arguments) {
        return open(call);
    }

    @Override
    public BotReply onPress(BotCall call, String data) {
        return open(call);
    }

    private BotReply open(BotCall call) {
        String link = address.of(entrances.issue(call.business(), call.client(), "bot"));
        return BotReply.of(
                address.fitsButtons(call.business())
                        ? Content.of(TEXT, List.of(List.of(Button.link("Открыть кабинет", link))))
                        : Content.of(TEXT + "\n\n" + link));
    }
}
