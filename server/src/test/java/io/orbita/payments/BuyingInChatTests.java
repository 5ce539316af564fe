package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.catalog.Catalog;
import io.orbita.walk.Walker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** Buying in the sandbox's chat through the real conversation, each update sent twice. */
@OrbitaTest
class BuyingInChatTests {
    private static final AtomicLong CHATS = new AtomicLong(810_000);

    private final World world;
    private final Catalog catalog;
    private final Till till;
    private final Walker client;

    BuyingInChatTests(World world, Catalog catalog, JdbcClient jdbc) {
        Business business = world.business();
        this.world = world;
        this.catalog = catalog;
        this.till = new Till(world, catalog, jdbc, business);
        this.client = new Walker(world.url(), business.slug(), CHATS.incrementAndGet(), "Глеб", world::drain);
    }

    private List<String> texts() {
        return client.texts().stream().map(text -> text.replace('\u00A0', ' ')).toList();
    }

    private String publicId() {
        return client.buttons().stream()
                .map(button -> String.valueOf(button.url()))
                .filter(url -> url.contains("/sandbox/pay/"))
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .reduce((before, later) -> later)
                .orElseThrow(() -> new AssertionError("no link in " + texts()));
    }

    @Test
    void from_the_prices_to_the_thanks() {
        client.say("/start");
        client.press("Узнать цены");
        client.press("Программа на 12 недель, ");
        assertThat(texts().getLast()).startsWith("Программа на 12 недель: 2 990 ₽\nОплатить можно по кнопке до ");
        assertThat(till.payments()).isEqualTo(1);
        till.play(publicId(), "succeed");
        world.drain();
        assertThat(texts())
                .contains("Оплата 2 990 ₽ прошла, спасибо! Скоро пришлю программу на 12 недель.")
                .filteredOn(text -> text.startsWith("Оплата"))
                .hasSize(1);
    }

    @Test
    void a_promo_code_typed_in_the_chat_makes_it_cheaper() {
        till.promo(catalog, "ЛЕТО", 10, null);
        client.say("/start");
        client.press("Узнать цены");
        client.press("Программа на 12 недель, ");
        client.press("У меня промокод");
        client.say("зима");
        assertThat(texts().getLast()).startsWith("Такого промокода нет.");
        client.say("лето");
        assertThat(texts().getLast())
                .startsWith("Программа на 12 недель: 2 691 ₽\nПо промокоду ЛЕТО дешевле на 299 ₽ (было 2 990 ₽).");
    }

    @Test
    void a_refusal_of_the_bank_is_told_with_a_way_on() {
        client.say("/start");
        client.press("Узнать цены");
        client.press("Программа на 12 недель, ");
        var first = publicId();
        till.play(first, "decline");
        world.drain();
        assertThat(texts().getLast()).isEqualTo("На карте не хватило денег. Пополните её или возьмите другую.");
        world.clock().advance(Duration.ofSeconds(5));
        client.press("Попробовать ещё раз");
        assertThat(till.payments()).isEqualTo(2);
        assertThat(publicId()).isNotEqualTo(first);
    }

    @Test
    void the_page_of_the_till_shows_the_order_and_trusts_no_text() {
        client.say("/start");
        client.press("Узнать цены");
        client.press("Программа на 12 недель, ");
        var page = RestClient.create(world.url())
                .get()
                .uri("/sandbox/pay/" + publicId())
                .retrieve()
                .toEntity(String.class);
        assertThat(String.valueOf(page.getHeaders().getContentType())).startsWith("text/html");
        assertThat(page.getHeaders().getFirst("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        var order = world.get("/api/sandbox/payments/" + publicId(), null).body();
        assertThat(order.toString()).contains("Программа на 12 недель", "2990.00");
    }
}
