package io.orbita.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class MoneyJsonTests {

    record Check(Money check) {}

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void money_is_an_amount_in_words_and_a_currency() {
        assertThat(json.writeValueAsString(Money.rubles(2990))).isEqualTo("""
                {"amount":"2990.00","currency":"RUB"}""");
    }

    @Test
    void what_was_written_is_read_back() {
        var money = Money.kopecks(-5);
        assertThat(json.readValue(json.writeValueAsString(money), Money.class)).isEqualTo(money);
        assertThat(json.readValue("""
                {"currency":"USD","amount":"1.5"}""", Money.class)).isEqualTo(new Money(150, "USD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{'amount':2990.0,'currency':'RUB'}|check.amount",
                "{'amount':'1e3','currency':'RUB'}|check.amount",
                "{'amount':'1.005','currency':'RUB'}|check.amount",
                "{'amount':null,'currency':'RUB'}|check.amount",
                "{'amount':['1'],'currency':'RUB'}|check.amount",
                "{'amount':'1','amount':'2','currency':'RUB'}|check.amount",
                "{'currency':'RUB'}|check.amount",
                "{'amount':'1'}|check.currency",
                "{'amount':'1','currency':'rub'}|check.currency",
                "{'amount':'1','currency':643}|check.currency",
                "{'amount':'1','currency':'RUB','minor':5}|check.minor",
                "{'amount':'1','currency':'RUB','x':{'y':[1]}}|check.x",
                "'2990.00'|check",
                "2990|check",
                "[]|check"
            })
    void an_error_names_the_field(String body, String field) {
        var text = "{\"check\":%s}".formatted(body.replace('\'', '"'));
        var refused = catchThrowableOfType(DatabindException.class, () -> json.readValue(text, Check.class));
        assertThat(refused.getPath().stream()
                        .map(part -> part.getPropertyName())
                        .toList())
                .containsExactly(field.split("\\."));
    }
}
