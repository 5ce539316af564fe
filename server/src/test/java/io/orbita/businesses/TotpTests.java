package io.orbita.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {
    private static final String DIGITS = "1234567890".repeat(7);

    private static byte[] seed(int length) {
        return DIGITS.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void the_codes_are_those_of_the_rfc(long second, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(second));
        assertThat(Totp.code("HmacSHA1", seed(20), step, 8)).isEqualTo(sha1);
        assertThat(Totp.code("HmacSHA256", seed(32), step, 8)).isEqualTo(sha256);
        assertThat(Totp.code("HmacSHA512", seed(64), step, 8)).isEqualTo(sha512);
        assertThat(Totp.code(seed(20), step)).isEqualTo(sha1.substring(2));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base32_is_that_of_rfc_4648_without_padding(String text, String encoded) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource({
        "vera, otpauth://totp/Orbita:vera?secret=MZXW6&issuer=Orbita&algorithm=SHA1&digits=6&period=30",
        "в+1@x, otpauth://totp/Orbita:%D0%B2%2B1%40x?secret=MZXW6&issuer=Orbita&algorithm=SHA1&digits=6&period=30"
    })
    void the_address_for_the_qr_code(String username, String uri) {
        assertThat(Totp.uri(username, "foo".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(uri);
    }
}
