package io.orbita.battery;

import io.orbita.OrbitaTest;
import io.orbita.pipeline.FunnelHistories;
import io.orbita.pipeline.FunnelRounds;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The full number of rounds, by hand: {@code ./orbita battery figures --rounds 100}. */
@OrbitaTest
class FiguresBattery {
    private static final long SEED = Long.getLong("orbita.seed", System.nanoTime() % 1_000_000);
    private static final int ROUNDS = Integer.getInteger("orbita.rounds", 20);

    private final FunnelRounds lives;

    FiguresBattery(ApplicationContext application) {
        this.lives = new FunnelRounds(application);
    }

    @Test
    void any_history_of_cards_equals_the_slow_reference() {
        new FunnelHistories(SEED).run(ROUNDS * 100);
    }

    @Test
    void any_life_of_a_business_equals_the_slow_reference_and_each_number_its_people() {
        lives.run(SEED, ROUNDS);
    }
}
