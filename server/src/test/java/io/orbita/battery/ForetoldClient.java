package io.orbita.battery;

import io.orbita.walk.Walker;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Somebody who walks some way through the bot, and then waits for what was foretold. */
final class ForetoldClient {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_DAYS = 90;

    /**
     * One decision to come.
     *
     * @param outcome {@code sent}, or why not
     * @param text empty when it is not sent
     */
    record Foretold(Instant at, long rule, int step, String outcome, String text) {
        boolean isSent() {
            return outcome.equals("sent");
        }

        static Foretold of(JsonNode item) {
            String reason = item.path("reason").asString("");
            return new Foretold(
                    Instant.parse(item.path("at").asString()),
                    item.path("rule_id").asLong(),
                    item.path("step").asInt(),
                    reason.isEmpty() ? "sent" : reason,
                    item.path("text").asString(""));
        }
    }

    private final Walker walker;
    private final String name;
    private final long chat;
    private final ZoneId zone;
    private final int way;
    private List<Foretold> foretold = List.of();
    private Instant mark = Instant.EPOCH;
    private long lastDecision;
    private long card;

    /** @param way how far they go: 0 looks in, 1 stops half-way, 2 takes the free week, 3 takes a link to pay, 4 buys, 5 as 0 and so on */
    ForetoldClient(Walker walker, String name, long chat, ZoneId zone, int way) {
        this.walker = walker;
        this.name = name;
        this.chat = chat;
        this.zone = zone;
        this.way = way % 5;
    }

    void walk() {
        walker.say("/start");
        await("the menu", () -> offers("бесплатную программу"));
        if (way == 0) {
            return;
        }
        walker.press("бесплатную программу");
        if (way == 1) {
            await("the first question", walker::answer);
            await("the second question", walker::answer);
            return;
        }
        await("the free programme", () -> {
            walker.answerAll();
            return walker.documentCount() > 0;
        });
        if (way == 2) {
            return;
        }
        await("the tariffs", () -> offers("12 недель"));
        walker.press("12 недель");
        await("the link to pay", () -> walker.linkToPay().isPresent());
        if (way == 4) {
            walker.pay(walker.linkToPay().orElseThrow(), "succeed");
            await("the full programme", () -> walker.documentCount() > 1);
        }
    }

    void isCard(long id) {
        card = id;
    }

    /** Asks what will come until the end, and remembers where the log stands. */
    void foretell(OwnersView owner, Instant now, Instant end, int days) {
        mark = now;
        lastDecision = owner.reminders(card).stream()
                .mapToLong(line -> line.path("id").asLong())
                .max()
                .orElse(0);
        foretold = owner.foretold(card, Math.min(MOST_DAYS, days + 2)).stream()
                .map(Foretold::of)
                .filter(one -> one.at().isBefore(end))
                .toList();
    }

    List<Foretold> foretold() {
        return foretold;
    }

    /** When it was foretold. */
    Instant mark() {
        return mark;
    }

    /** The last line of the log that had been written by then. */
    long lastDecision() {
        return lastDecision;
    }

    String name() {
        return name;
    }

    long chat() {
        return chat;
    }

    ZoneId zone() {
        return zone;
    }

    long card() {
        return card;
    }

    /** All that is in the chat. */
    List<JsonNode> messages() {
        return walker.messages();
    }

    private boolean offers(String label) {
        return walker.buttons().stream().anyMatch(button -> button.label().contains(label));
    }

    private void await(String what, BooleanSupplier arrived) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!arrived.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(name + " waits in vain for " + what + ": " + walker.texts());
            }
            PatientLine.pause(250);
        }
    }
}
