package io.orbita.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.platform.money.Money;
import io.orbita.programs.Guest;
import io.orbita.walk.Walker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** A business with a client who has answered, paid and got the programme. */
final class Course {
    final World world;
    final Business business;
    final Guest anna;
    final long program;

    /** What makes one. */
    record Makers(World world, Clients clients, Consents consents, Catalog catalog, ApplicationEventPublisher events) {
        Course of(int weeks) {
            Business business = world.business();
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
            var anna = new Guest(world, clients, events, business, "Анна");
            anna.walker.press("бесплатную программу");
            anna.walker.answerAll();
            anna.paid(weeks);
            assertThat(anna.walker.documents()).hasSize(2);
            world.run(
                    business,
                    () -> consents.record(
                            business.id(), anna.client, Consents.Purpose.MARKETING, true, "v1", "да", "bot"));
            return new Course(world, business, anna);
        }
    }

    private Course(World world, Business business, Guest anna) {
        this.world = world;
        this.business = business;
        this.anna = anna;
        this.program = world.get("/api/clients/" + anna.client + "/programs", token())
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asLong();
    }

    String token() {
        return world.token(business, Role.TRAINER);
    }

    /** To the seventh day of that week. */
    void endOfWeek(int week) {
        JsonNode starts = world.get("/api/programs/" + program, token())
                .body()
                .path("program")
                .path("starts_at");
        var until = java.time.Instant.parse(starts.asString())
                .plus(Duration.ofDays(7L * week - 1))
                .plus(Duration.ofHours(1));
        world.clock().advance(Duration.between(world.clock().instant(), until));
        world.drain();
    }

    JsonNode plan() {
        return world.get("/api/programs/" + program + "/view", token()).body();
    }

    JsonNode adaptation(int week) {
        return world.get("/api/programs/" + program + "/adaptations", token())
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("week").asInt() == week)
                .findFirst()
                .orElseThrow();
    }

    List<String> notices() {
        return world.get("/api/notices", token())
                .body()
                .path("items")
                .valueStream()
                .map(notice -> notice.path("text").asString())
                .toList();
    }

    World.Answer post(String path, Map<String, Object> body) {
        return world.post(path, token(), body);
    }

    /** Answers the weekly question with that button. */
    void checkin(String answer) {
        anna.walker.press(button(Journal.CHECKIN_BUTTON));
        anna.walker.press(answer);
    }

    /** A button that some message carries. */
    static Walker.Button button(String data) {
        return new Walker.Button(1, "кнопка", data, null);
    }

    /** How plans react in this business. */
    void reacts(String mode) {
        assertThat(world.call(HttpMethod.PUT, "/api/programs/settings", token(), Map.of("adaptation", mode))
                        .status())
                .isEqualTo(200);
    }
}
