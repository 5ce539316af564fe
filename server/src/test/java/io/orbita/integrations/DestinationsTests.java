package io.orbita.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.platform.web.Invalid;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTests {
    private final Destinations outside = new Destinations(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/hook",
                "ftp://example.com",
                "https://user:secret@example.com/",
                "https://example.com/#part",
                "https:///path",
                "https://",
                "example.com",
                "https://localhost/",
                "https://intranet/",
                "https://db.internal/",
                "https://printer.local./",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1:8443/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://example.com:0/",
                "https://example.com:99999/",
                "https://exa mple.com/",
                "https://пример.рф/",
                "https://example.com/\r\nHost: other"
            })
    void nothing_is_ever_sent_there(String url) {
        assertThatThrownBy(() -> outside.read(url)).as(url).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/hook?key=1",
                "https://hooks.example.com:8443/a/b",
                "https://8.8.8.8/",
                "https://[2a00:1450:4010:c0e::65]/"
            })
    void the_public_internet_is_open(String url) {
        assertThat(outside.read(url)).hasToString(url);
    }

    @Test
    void a_name_that_leads_home_is_caught_when_it_is_looked_up() {
        assertThatThrownBy(() -> outside.lookUp(URI.create("https://localhost/")))
                .isInstanceOf(Destinations.Forbidden.class);
    }

    @Test
    void an_operator_may_open_the_own_network() throws Exception {
        var inside = new Destinations(true);
        assertThat(inside.lookUp(inside.read("http://127.0.0.1:8080/hook")).isLoopbackAddress())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "198.51.100.7",
                "203.0.113.9",
                "192.0.2.1",
                "198.18.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "224.0.0.1",
                "2001:db8::1",
                "::",
                "ff02::1"
            })
    void reserved_addresses_are_not_the_internet(String address) {
        assertThat(Destinations.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }
}
