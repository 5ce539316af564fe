package io.orbita.pipeline;

import io.orbita.OrbitaTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@OrbitaTest
class FunnelHistoriesTests {
    private final FunnelRounds rounds;

    FunnelHistoriesTests(ApplicationContext application) {
        this.rounds = new FunnelRounds(application);
    }

    @Test
    void the_figures_of_random_lives_equal_a_slow_reckoning_and_each_number_its_people() {
        rounds.run(20_261_120, 2);
    }
}
