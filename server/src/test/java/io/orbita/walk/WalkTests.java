package io.orbita.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.platform.money.Money;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The walk that must always work: from /start to an active client, by HTTP alone, each update sent twice. */
@OrbitaTest
class WalkTests {
    private static final AtomicLong CHATS = new AtomicLong(700_000);

    private final World world;
    private final Business business;
    private final String owner;

    WalkTests(World world, Catalog catalog) {
        this.world = world;
        this.business = world.business();
        this.owner = world.token(business, Role.ADMIN);
        world.run(
                business,
                () -> catalog.addTariff(
                        business.id(),
                        new TariffDraft(
                                "Программа на 12 недель",
                                "Полный план",
                                Money.rubles(2_990),
                                3,
                                List.of("PDF"),
                                12,
                                null,
                                null,
                                true)));
    }

    private Walker walker(String name) {
        return new Walker(world.url(), business.slug(), CHATS.incrementAndGet(), name, world::drain);
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode client(String name) {
        return world.get(
                        "/api/clients?q=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8),
                        owner)
                .body()
                .path("items")
                .valueStream()
                .filter(client -> client.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> moves(long client) {
        return world.get("/api/clients/" + client + "/pipeline-history", owner)
                .body()
                .path("items")
                .valueStream()
                .map(move -> move.path("to_stage").path("role").asString())
                .toList();
    }

    private static String publicId(Walker walker) {
        String url = walker.buttons().stream()
                .filter(button ->
                        button.url() != null && String.valueOf(button.url()).contains("/sandbox/pay/"))
                .reduce((before, later) -> later)
                .map(button -> String.valueOf(button.url()))
                .orElseThrow(() -> new AssertionError("no link to pay in " + walker.texts()));
        return url.substring(url.lastIndexOf('/') + 1);
    }

    @Test
    void from_start_to_an_active_client_with_each_update_twice() {
        Walker anna = walker("Анна");
        anna.say("/start");
        anna.press("бесплатную программу");
        anna.answerAll();
        assertThat(anna.documents()).hasSize(1);
        assertThat(text(anna.documents().getFirst()))
                .contains("Анна")
                .contains("Неделя 1")
                .doesNotContain("Неделя 2");
        long client = client("Анна").path("id").asLong();
        assertThat(moves(client)).containsExactlyInAnyOrder("first_contact", "consultation");

        anna.press("12 недель");
        assertThat(client("Анна").path("stage").path("role").asString()).isEqualTo("deciding");
        anna.pay(publicId(anna), "succeed");
        assertThat(anna.documents()).hasSize(2);
        assertThat(text(anna.documents().getLast()))
                .contains("Анна")
                .contains("Неделя 1")
                .contains("Неделя 12");
        assertThat(client("Анна").path("stage").path("role").asString()).isEqualTo("active");
        assertThat(moves(client))
                .containsExactlyInAnyOrder("first_contact", "consultation", "deciding", "purchased", "active");
    }

    @Test
    void a_payment_whose_notification_is_lost_is_found_by_asking() {
        Walker boris = walker("Борис");
        boris.say("/start");
        boris.press("бесплатную программу");
        boris.answerAll();
        boris.press("12 недель");
        boris.pay(publicId(boris), "lose_webhook");
        assertThat(boris.documents()).hasSize(1);
        for (int minute = 0; minute < 6; minute++) {
            world.clock().advance(java.time.Duration.ofMinutes(1));
            world.drain();
        }
        assertThat(boris.documents()).hasSize(2);
    }

    @Test
    void a_payment_of_too_little_is_held_for_the_owner_and_gives_nothing() {
        Walker vera = walker("Вера");
        vera.say("/start");
        vera.press("бесплатную программу");
        vera.answerAll();
        vera.press("12 недель");
        vera.pay(publicId(vera), "underpay");
        assertThat(vera.documents()).hasSize(1);
        assertThat(client("Вера").path("stage").path("role").asString()).isEqualTo("deciding");
    }
}
