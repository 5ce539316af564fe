package io.orbita.programs;

import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.businesses.StaffMember;
import io.orbita.dialogues.Dialogues;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotCommand;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** «Моя программа» in the bot: the newest one at once, older ones by a button. */
@Component
@Transactional(readOnly = true)
class ProgramBot implements BotCommand {
    private static final String PREFIX = "prog";
    private static final String MINE = "mine";
    private static final String ADAPTATION = "adapt:";
    private static final Set<Role> MAY_DECIDE = Set.of(Role.ADMIN, Role.TRAINER);
    private static final int RANK = 15;
    private static final int MOST_OLDER = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Mine mine;
    private final VersionRows versions;
    private final Businesses businesses;

    private final AdaptationRows adaptations;
    private final Adaptations decisions;

    ProgramBot(
            Mine mine, VersionRows versions, Businesses businesses, AdaptationRows adaptations, Adaptations decisions) {
        this.mine = mine;
        this.versions = versions;
        this.businesses = businesses;
        this.adaptations = adaptations;
        this.decisions = decisions;
    }

    /** The data of a button under a proposal to the trainer. */
    static String adaptation(long id, boolean apply) {
        return PREFIX + ":" + ADAPTATION + id + (apply ? ":yes" : ":no");
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Set<String> commands() {
        return Set.of("program", "my_programs");
    }

    @Override
    public Map<String, String> help() {
        return Map.of("program", "моя программа");
    }

    @Override
    public List<MenuLine> menu(BotCall call) {
        return mine.of(call.business(), call.client()).isEmpty()
                ? List.of()
                : List.of(new MenuLine(RANK, "Моя программа", MINE));
    }

    @Override
    public BotReply onCommand(BotCall call, String command, String arguments) {
        return newest(call);
    }

    @Override
    @Transactional
    public BotReply onPress(BotCall call, String data) {
        if (data.startsWith(ADAPTATION)) {
            return decided(call, data.substring(ADAPTATION.length()).split(":", 2));
        }
        List<ProgramRow> own = mine.of(call.business(), call.client());
        return own.stream()
                .filter(program -> data.equals(Long.toString(program.id())))
                .findFirst()
                .map(program -> shown(call, program, List.of()))
                .orElseGet(() -> newest(call));
    }

    private BotReply decided(BotCall call, String[] parts) {
        StaffMember staff = call.staff();
        if (staff == null || !MAY_DECIDE.contains(staff.role())) {
            return BotReply.of(Content.of("Решать о плане может только тренер."));
        }
        boolean apply = parts.length > 1 && parts[1].equals("yes");
        return (parts[0].matches("\\d{1,18}")
                        ? adaptations.find(call.business(), Long.parseLong(parts[0]))
                        : Optional.<AdaptationRows.Adaptation>empty())
                .filter(one -> one.state().equals(AdaptationRows.PROPOSED))
                .map(one -> decisions.decide(
                        call.business(), one.program(), one.report().week(), apply, staff.id()))
                .map(one -> BotReply.of(Content.of(
                        apply ? "Готово: меняем план и пришлём его клиенту." : "Хорошо, план остаётся как есть.")))
                .orElseGet(() -> BotReply.of(Content.of("По этой неделе решать уже нечего.")));
    }

    private BotReply newest(BotCall call) {
        List<ProgramRow> own = mine.of(call.business(), call.client());
        if (own.isEmpty()) {
            return mine.awaits(call.business(), call.client())
                    ? BotReply.of(Content.of(
                            "Программа ещё готовится. Если анкета не закончена, давайте продолжим.", resume()))
                    : BotReply.of(Content.of(
                            "Программы пока нет. Ответьте на вопросы анкеты, и соберём её под вас.", resume()));
        }
        ZoneId zone = businesses.get(call.business()).zone();
        var older = new ArrayList<List<Button>>();
        own.stream()
                .skip(1)
                .limit(MOST_OLDER)
                .forEach(program -> older.add(List.of(
                        Button.press(title(program) + " от " + day(program, zone), PREFIX + ":" + program.id()))));
        return shown(call, own.getFirst(), older);
    }

    private BotReply shown(BotCall call, ProgramRow program, List<List<Button>> buttons) {
        return versions.find(call.business(), program.id(), program.version())
                .map(kept ->
                        BotReply.of(Content.document(title(program), Captions.document(program, kept.file()), buttons)))
                .orElseGet(() -> BotReply.of(Content.of("Этой программы больше нет.")));
    }

    private static List<List<Button>> resume() {
        return List.of(List.of(Button.press("К анкете", Dialogues.QUESTIONNAIRE_BUTTON)));
    }

    private static String title(ProgramRow program) {
        return program.paid() ? "Программа на " + Captions.weeks(program.weeks()) : "Первая неделя";
    }

    private static String day(ProgramRow program, ZoneId zone) {
        Instant made = program.madeAt() == null ? program.createdAt() : program.madeAt();
        return DAY.format(made.atZone(zone));
    }
}
