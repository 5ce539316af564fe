package io.orbita.dialogues;

import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotCommand;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.dialogues.talk.Effect;
import io.orbita.dialogues.talk.Known;
import io.orbita.dialogues.talk.Press;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * What other rooms brought into the bot: who answers which command, press or text. They are looked up once all of them
 * stand, since some of them call this room's door.
 */
@Component
class OtherRooms implements SmartInitializingSingleton {
    private final ObjectProvider<BotCommand> rooms;
    private final Map<String, BotCommand> byPrefix = new LinkedHashMap<>();
    private final Map<String, BotCommand> byCommand = new HashMap<>();
    private final Map<String, BotCommand> byStaffCommand = new HashMap<>();

    OtherRooms(ObjectProvider<BotCommand> rooms) {
        this.rooms = rooms;
    }

    /** @throws IllegalStateException when two rooms claim the same word, or one of them a word of ours */
    @Override
    public void afterSingletonsInstantiated() {
        for (var command : rooms.orderedStream().toList()) {
            if (!Press.isFree(command.prefix())) {
                throw new IllegalStateException("a bot prefix is 2–12 of [a-z0-9_] and not ours: " + command.prefix());
            }
            once(byPrefix, command.prefix(), command);
            command.commands().forEach(name -> once(byCommand, name, command));
            command.staffCommands().forEach(name -> once(byStaffCommand, name, command));
        }
    }

    Set<String> prefixes() {
        return byPrefix.keySet();
    }

    /** The commands that this caller may give, with their line for /help. Those of staff do not exist for others. */
    Map<String, String> commands(BotCall call) {
        var commands = new HashMap<String, String>();
        byCommand.forEach((name, room) -> commands.put(name, room.help().getOrDefault(name, "")));
        if (call.staff() != null) {
            byStaffCommand.forEach(
                    (name, room) -> commands.put(name, room.help().getOrDefault(name, "")));
        }
        return commands;
    }

    List<Known.Line> lines(BotCall call) {
        var lines = new ArrayList<Known.Line>();
        byPrefix.forEach((prefix, room) -> room.menu(call)
                .forEach(line -> lines.add(new Known.Line(line.rank(), line.text(), prefix + ":" + line.data()))));
        return lines;
    }

    /** The answer of the room that the effect is for; nothing when there is no such room. */
    Answered answer(BotCall call, Effect.ForAnotherRoom effect) {
        return switch (effect) {
            case Effect.CommandGiven given ->
                room(call, given.command())
                        .map(room ->
                                new Answered(room.prefix(), room.onCommand(call, given.command(), given.arguments())))
                        .orElse(Answered.NOTHING);
            case Effect.LinePressed pressed ->
                Optional.ofNullable(byPrefix.get(pressed.prefix()))
                        .map(room -> new Answered(room.prefix(), room.onPress(call, pressed.data())))
                        .orElse(Answered.NOTHING);
            case Effect.AwaitedText awaited ->
                Optional.ofNullable(byPrefix.get(awaited.prefix()))
                        .map(room -> new Answered(room.prefix(), room.onText(call, awaited.awaited(), awaited.text())))
                        .orElse(Answered.NOTHING);
        };
    }

    /** What a room answered; its prefix says who gets the text that it may wait for. */
    record Answered(String prefix, BotReply reply) {
        static final Answered NOTHING = new Answered("", BotReply.nothing());
    }

    private Optional<BotCommand> room(BotCall call, String command) {
        var staffs = call.staff() == null ? null : byStaffCommand.get(command);
        return Optional.ofNullable(staffs == null ? byCommand.get(command) : staffs);
    }

    private static void once(Map<String, BotCommand> map, String name, BotCommand command) {
        var other = map.put(name, command);
        if (other != null) {
            throw new IllegalStateException("two rooms answer to " + name + " in the bot");
        }
    }
}
