package io.orbita.site.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccentTests {
    @ParameterizedTest
    @CsvSource({
        "#FFFFFF,true",
        " #166547 ,true",
        "166547,false",
        "#16654,false",
        "#16654g,false",
        "red,false",
        "'',false"
    })
    void only_six_hex_digits_are_a_colour(String text, boolean colour) {
        assertThat(Accent.of(text).isPresent()).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({"#000000,#ffffff,21.0", "#ffffff,#17140f,18.4", "#166547,#ffffff,7.0", "#ffd400,#17140f,12.8"})
    void the_text_on_a_colour_is_the_one_that_is_read_better(String colour, String text, double contrast) {
        Accent accent = Accent.of(colour).orElseThrow();
        assertThat(accent.textOnIt()).isEqualTo(text);
        assertThat(accent.contrast()).isCloseTo(contrast, offset(0.15));
    }

    @Test
    void most_colours_can_be_had_and_those_in_the_middle_cannot() {
        int refused = 0;
        int all = 0;
        for (int red = 0; red < 256; red += 15) {
            for (int green = 0; green < 256; green += 15) {
                for (int blue = 0; blue < 256; blue += 15) {
                    Accent accent = new Accent(String.format("#%02x%02x%02x", red, green, blue));
                    all++;
                    refused += accent.contrast() < Accent.LEAST_CONTRAST ? 1 : 0;
                    assertThat(accent.contrast()).isBetween(4.2, 21.0);
                }
            }
        }
        assertThat(refused).isBetween(1, all / 10);
    }

    @Test
    void a_grey_keeps_its_hue_out_of_the_page() {
        assertThat(Accent.of("#000000").orElseThrow().dark().accent()).startsWith("oklch(0.780 0.000");
    }
}
