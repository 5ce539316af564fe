package io.orbita.messaging.telegram;

import java.util.List;
import java.util.Map;

/** The commands that a bot shows in its menu: a name without the slash, and what it does. */
public final class BotMenu {
    public static final List<Map.Entry<String, String>> COMMANDS = List.of(
            Map.entry("start", "Начать"),
            Map.entry("help", "Что умеет бот"),
            Map.entry("stop", "Не присылать напоминания"));

    private BotMenu() {}
}
