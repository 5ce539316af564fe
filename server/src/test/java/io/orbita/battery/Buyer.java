package io.orbita.battery;

import io.orbita.walk.Walker;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One client's whole walk, from /start to the 12-week programme. Never gives up while the server is away. */
final class Buyer {
    /** How the names of all of them begin. */
    static final String NAME = "Клиент ";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final Walker walker;

    Buyer(String name, Walker walker) {
        this.name = name;
        this.walker = walker;
    }

    String name() {
        return name;
    }

    void walk() {
        walker.say("/start");
        await("the menu", () -> offers("бесплатную программу"));
        walker.press("бесплатную программу");
        await("the free programme", () -> {
            walker.answerAll();
            return walker.documentCount() > 0;
        });
        await("the tariffs", () -> offers("12 недель"));
        walker.press("12 недель");
        await("the link to pay", () -> walker.linkToPay().isPresent());
        walker.pay(walker.linkToPay().orElseThrow(), "succeed");
        await("the full programme", () -> walker.documentCount() > 1);
    }

    long updatesSent() {
        return walker.updatesSent();
    }

    /** What the bot has said to this client, oldest first. */
    List<String> heard() {
        return walker.texts();
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
