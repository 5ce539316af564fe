package io.orbita.payments.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.payments.fakes.FakeTBank;
import io.orbita.payments.fakes.Misbehaviour;
import io.orbita.payments.fakes.Misbehaviour.Kind;
import io.orbita.payments.provider.tbank.TBankDriver;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SilencesTests {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Silences silences = new Silences(nanos::get);

    private void silent(int times) {
        for (int time = 0; time < times; time++) {
            silences.heard("a", false);
        }
    }

    @Test
    void five_silences_in_a_row_give_a_rest_of_fifteen_seconds() {
        silent(4);
        assertThat(silences.isResting("a")).isFalse();
        silent(1);
        assertThat(silences.isResting("a")).isTrue();
        assertThat(silences.isResting("b")).isFalse();
        nanos.addAndGet(Duration.ofSeconds(15).toNanos());
        assertThat(silences.isResting("a")).isFalse();
        silent(1);
        assertThat(silences.isResting("a")).isTrue();
    }

    @Test
    void one_answer_makes_up_for_all() {
        silent(4);
        silences.heard("a", true);
        silent(4);
        assertThat(silences.isResting("a")).isFalse();
    }

    @Test
    void a_provider_at_rest_is_not_called_and_nothing_is_assumed() {
        try (var fake = new FakeTBank()) {
            var http = new ProviderHttp(Duration.ofSeconds(2), Duration.ofSeconds(2), null, nanos::get);
            var terminal = new TBankDriver(http, fake.base())
                    .open(new ProviderAccount(
                            ProviderKind.TBANK, FakeTBank.TERMINAL, new Secret(FakeTBank.PASSWORD), false));
            for (int time = 0; time < 5; time++) {
                fake.next(Misbehaviour.isOnly(Kind.BREAK));
                assertThat(terminal.look(Samples.subject("1"))).isInstanceOf(Sight.Unknown.class);
            }
            assertThat(terminal.create(Samples.charge())).isInstanceOf(Creation.Unknown.class);
            assertThat(fake.paymentCount()).isZero();
            nanos.addAndGet(Duration.ofSeconds(16).toNanos());
            assertThat(terminal.create(Samples.charge())).isInstanceOf(Creation.Created.class);
        }
    }
}
