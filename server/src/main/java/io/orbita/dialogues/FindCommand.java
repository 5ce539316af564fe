package io.orbita.dialogues;

import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientSummary;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.StageNames;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotCommand;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.dialogues.wording.Shown;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** «/find» for staff: a client by name, nick, e-mail or phone, without leaving the chat. */
@Component
class FindCommand implements BotCommand {
    private static final Set<Role> MAY = Set.of(Role.ADMIN, Role.TRAINER, Role.MANAGER);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int MOST_FOUND = 8;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int LONGEST_BUTTON = 60;

    private final Clients clients;
    private final Businesses businesses;

    FindCommand(Clients clients, Businesses businesses) {
        this.clients = clients;
        this.businesses = businesses;
    }

    @Override
    public String prefix() {
        return "find";
    }

    @Override
    public Set<String> staffCommands() {
        return Set.of("find");
    }

    @Override
    public Map<String, String> help() {
        return Map.of("find", "найти клиента: имя, ник, почта или телефон");
    }

    @Override
    public BotReply onCommand(BotCall call, String command, String arguments) {
        if (!may(call)) {
            return refused();
        }
        String text = arguments.strip();
        if (text.isEmpty()) {
            return BotReply.awaiting("text", Content.of("Кого найти? Напишите имя, ник, почту или телефон."));
        }
        return found(call, text);
    }

    @Override
    public BotReply onText(BotCall call, String awaited, String text) {
        return may(call) ? found(call, text.strip()) : refused();
    }

    /** Anybody can send any data: the press is checked as the command is. */
    @Override
    public BotReply onPress(BotCall call, String data) {
        if (!may(call)) {
            return refused();
        }
        long id = data.matches("[1-9][0-9]{0,17}") ? Long.parseLong(data) : 0;
        var client = clients.summaries(call.business(), List.of(id)).get(id);
        return BotReply.of(
                client == null
                        ? Content.of("Такого клиента больше нет.")
                        : Content.of(
                                card(client, businesses.get(call.business()).zone())));
    }

    private BotReply found(BotCall call, String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return BotReply.of(Content.of("Напишите от двух до ста знаков, например: /find Анна"));
        }
        var found = clients.find(call.business(), text, MOST_FOUND + 1);
        if (found.isEmpty()) {
            return BotReply.of(Content.of("Никого не нашли. Попробуйте иначе: имя, ник, почта или конец номера."));
        }
        var buttons = new ArrayList<List<Button>>();
        found.stream()
                .limit(MOST_FOUND)
                .forEach(client -> buttons.add(
                        List.of(Button.press(Shown.quoted(line(client), LONGEST_BUTTON), "find:" + client.id()))));
        return BotReply.of(Content.of(
                found.size() > MOST_FOUND ? "Вот первые, уточните запрос, если нужно:" : "Вот кто нашёлся:", buttons));
    }

    private static String line(ClientSummary client) {
        StageNames.Stage stage = client.stage();
        return name(client) + (stage == null ? "" : " · " + stage.name());
    }

    private static String card(ClientSummary client, ZoneId zone) {
        var lines = new ArrayList<String>();
        lines.add(line(client) + (client.archived() ? " · в архиве" : ""));
        if (client.telegramUsername() != null) {
            lines.add("@" + client.telegramUsername());
        }
        lines.addAll(client.phones());
        lines.addAll(client.emails());
        lines.add("Источник: " + client.source());
        if (client.paidTotal().minor() > 0) {
            lines.add("Оплачено: " + client.paidTotal().inRussian());
        }
        if (client.lastContactAt() != null) {
            lines.add("На связи: " + DAY.format(client.lastContactAt().atZone(zone)));
        }
        if (!client.tags().isEmpty()) {
            lines.add("Метки: " + String.join(", ", client.tags()));
        }
        return String.join("\n", lines);
    }

    private static String name(ClientSummary client) {
        return client.name().isBlank() ? "Без имени, № " + client.id() : client.name();
    }

    private static boolean may(BotCall call) {
        var staff = call.staff();
        return staff != null && MAY.contains(staff.role());
    }

    private static BotReply refused() {
        return BotReply.of(Content.of("Искать клиентов может только сотрудник с правами."));
    }
}
