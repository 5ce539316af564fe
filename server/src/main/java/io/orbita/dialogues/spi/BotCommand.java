package io.orbita.dialogues.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What another room can do in the bot. One bean for a topic: its commands ({@code /prices}), its buttons (data beginning with {@code prefix:}), its
 * lines in the menu. Called inside the transaction of the message; must not call out.
 */
public interface BotCommand {
    /** Its name; the data of its buttons begins with it and a colon. 2–12 characters of {@code [a-z0-9_]}, unique in the house. */
    String prefix();

    /** Commands without slash that it answers. */
    default Set<String> commands() {
        return Set.of();
    }

    /** Commands that only linked staff may use; to others they do not exist. */
    default Set<String> staffCommands() {
        return Set.of();
    }

    /** One Russian line for {@code /help} by command; commands without one are not listed there. */
    default Map<String, String> help() {
        return Map.of();
    }

    /** Lines for the main menu, in the order of their rank. */
    default List<MenuLine> menu(BotCall call) {
        return List.of();
    }

    /** Lines offered under the free programme, such as «Купить программу на 12 недель». */
    default List<MenuLine> afterFreeProgram(BotCall call) {
        return List.of();
    }

    /** Answers a command of {@link #commands} or {@link #staffCommands}. */
    BotReply onCommand(BotCall call, String command, String arguments);

    /** Answers a press; {@code data} is without prefix and colon. */
    BotReply onPress(BotCall call, String data);

    /** Answers the text that it asked for with {@link BotReply#awaiting}. */
    default BotReply onText(BotCall call, String awaited, String text) {
        return BotReply.nothing();
    }

    /** A line of a menu: {@code data} without prefix; a lower rank stands higher (free programme 10, buy 20, prices 30, FAQ 40, contacts 50). */
    record MenuLine(int rank, String text, String data) {}
}
