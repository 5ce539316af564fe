package io.orbita.platform.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * A past that is lived through anew: for what runs inside, on the calling thread alone, the clock of the process shows the time of the replay. Everybody else
 * goes on in the present.
 */
public final class Replay {
    static final ScopedValue<Replay> CURRENT = ScopedValue.newInstance();

    private Instant now;

    private Replay(Instant start) {
        this.now = start.truncatedTo(ChronoUnit.MICROS);
    }

    /** Lives through the story, beginning at that moment. */
    public static void from(Instant start, Consumer<Replay> story) {
        var replay = new Replay(start);
        ScopedValue.where(CURRENT, replay).run(() -> story.accept(replay));
    }

    /** Whether the calling thread lives through one now. */
    public static boolean isRunning() {
        return CURRENT.isBound();
    }

    /** The moment that the story has come to. */
    public Instant now() {
        return now;
    }

    /** Goes on to a moment; one that has passed changes nothing. */
    public void until(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
