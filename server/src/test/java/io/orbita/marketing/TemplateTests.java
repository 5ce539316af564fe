package io.orbita.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTests {
    @Test
    void a_name_is_put_in_with_its_comma_or_neither() {
        assertThat(Template.fill("Здравствуйте{, имя}!", Map.of(Variable.NAME, "Анна")))
                .isEqualTo("Здравствуйте, Анна!");
        assertThat(Template.fill("Здравствуйте{, имя}!", Map.of())).isEqualTo("Здравствуйте!");
    }

    @Test
    void a_name_that_looks_like_a_variable_stays_a_name() {
        assertThat(Template.fill("{имя}", Map.of(Variable.NAME, "{бизнес} $1 \\")))
                .isEqualTo("{бизнес} $1 \\");
    }

    @Test
    void an_unknown_variable_is_refused_and_the_known_ones_are_named() {
        assertThat(Template.fault("Привет, {name}!", Happening.STARTED))
                .hasValueSatisfying(what -> assertThat(what).contains("{name}").contains("{имя}"));
        assertThat(Template.fault("{неделя}", Happening.STARTED)).isPresent();
        assertThat(Template.fault("{неделя} из {недель}", Happening.PAID_PROGRAM))
                .isEmpty();
        assertThat(Template.fault("{имя", Happening.STARTED)).isPresent();
        assertThat(Template.fault("без скобок", Happening.STARTED)).isEmpty();
    }
}
