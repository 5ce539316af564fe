package io.orbita.payments.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTests {

    private final Networks networks =
            Networks.of(List.of("185.71.76.0/27", "77.75.153.0/25", " 77.75.156.11 ", "2a02:5180::/32", ""));

    @ParameterizedTest
    @CsvSource({
        "185.71.76.0,true",
        "185.71.76.31,true",
        "185.71.76.32,false",
        "185.71.75.255,false",
        "77.75.153.127,true",
        "77.75.153.128,false",
        "77.75.156.11,true",
        "77.75.156.12,false",
        "2a02:5180::1,true",
        "2a02:5181::1,false",
        "::ffff:185.71.76.5,true",
        "::ffff:1.1.1.1,false",
        "localhost,false",
        "185.71.76,false",
        "'',false",
        "x,false"
    })
    void an_address_lies_in_a_range_or_not(String address, boolean inside) {
        assertThat(networks.contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/x", "::/129", "1.2.3/8"})
    void a_range_that_is_none_is_refused(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> Networks.of(List.of(range)));
    }

    @Test
    void everything_and_nothing() {
        assertThat(Networks.of(List.of("0.0.0.0/0")).contains("203.0.113.9")).isTrue();
        assertThat(Networks.of(List.of("0.0.0.0/0")).contains("::1")).isFalse();
        assertThat(Networks.of(List.of()).isEmpty()).isTrue();
    }
}
