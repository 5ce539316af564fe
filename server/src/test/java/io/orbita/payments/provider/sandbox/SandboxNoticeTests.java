package io.orbita.payments.provider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.payments.provider.Secret;
import io.orbita.platform.money.Money;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxNoticeTests {

    private static final Secret SECRET = new Secret("a key of one business");
    private static final byte[] BODY = SandboxNotice.write("1-a", Status.PAID, Money.rubles(2990), SECRET);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_sealed_notice_proves_its_state() {
        var state = SandboxNotice.read(BODY, SECRET).orElseThrow();
        assertThat(state.orderId()).isEqualTo("1-a");
        assertThat(state.status()).isEqualTo(Status.PAID);
        assertThat(state.amount()).isEqualTo(Money.rubles(2990));
        assertThat(state.test()).isTrue();
        assertThat(SandboxNotice.order(BODY)).contains("1-a");
    }

    @Test
    void the_key_of_another_business_does_not_open_it() {
        assertThat(SandboxNotice.read(BODY, new Secret("a key of another"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1-a,1-b", "2990.00,2990.01", "RUB,USD", "paid,refunded"})
    void what_was_changed_is_not_believed(String from, String to) {
        var forged = new String(BODY, StandardCharsets.UTF_8).replace(from, to);
        assertThat(SandboxNotice.read(bytes(forged), SECRET)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "{\"order\":1}", "{\"order\":\"1-a\",\"status\":\"paid\",\"amount\":\"1e9\"}"})
    void nonsense_is_not_read(String body) {
        assertThat(SandboxNotice.read(bytes(body), SECRET)).isEmpty();
    }
}
