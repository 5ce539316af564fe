package io.orbita;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.clients.ClientId;
import io.orbita.clients.Erasures;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.walk.Walker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A person who went all the way, and is then forgotten: nothing that the house keeps names them any more, and the money still adds up. */
@OrbitaTest
@ExtendWith(OutputCaptureExtension.class)
class ErasureTests {
    private static final String NAME = "Ефросинья Кольцова";
    private static final String PHONE = "8 (927) 555-44-33";
    private static final String EMAIL = "Frosya.Koltsova@example.ru";
    private static final String NICK = "frosya_k";
    private static final long CHAT = 7_345_612_908L;
    private static final long STAFF_CHAT = 5_000_123_456L;
    private static final Map<String, Boolean> MARKS = new LinkedHashMap<>();

    static {
        MARKS.put("ефросинь", false);
        MARKS.put("кольцов", false);
        MARKS.put("9275554433", true);
        MARKS.put("frosya.koltsova@example.ru", false);
        MARKS.put(NICK, false);
        MARKS.put(String.valueOf(CHAT), true);
    }

    private final World world;
    private final Catalog catalog;
    private final Erasures erasures;
    private final DueWork due;
    private final String ownerUrl;
    private final Path files;
    private final PlatformTransactionManager transactions;

    ErasureTests(
            World world,
            Catalog catalog,
            Erasures erasures,
            DueWork due,
            @Value("${ORBITA_DATABASE_OWNER_URL}") String ownerUrl,
            @Value("${orbita.data}") Path data,
            PlatformTransactionManager transactions) {
        this.world = world;
        this.catalog = catalog;
        this.erasures = erasures;
        this.due = due;
        this.ownerUrl = ownerUrl;
        this.files = data.resolve("files");
        this.transactions = transactions;
    }

    private record Person(Business business, String token, long id) {}

    /** Site form, bot with the link, questionnaire, free programme, purchase with a promo code, talk, notes of staff, a suspected double, a merge with choices. */
    private Person lived() throws IOException {
        Business business = world.business();
        // A former run may have left files under the same number.
        for (Path old : filesNaming(business)) {
            Files.delete(old);
        }
        String token = world.token(business, Role.ADMIN);
        var tariff = world.in(
                business,
                () -> catalog.addTariff(
                        business.id(),
                        new TariffDraft("Программа", "", Money.rubles(990), 3, List.of(), 12, null, null, true)));
        world.post("/api/promocodes", token, Map.of("code", "ЛЕТО", "percent", 10));
        var staff = new Walker(world.url(), business.slug(), STAFF_CHAT, "Тренер", "trener", 90_000, world::drain);
        staff.say(world.post("/api/notices/link-code", token, Map.of())
                .body()
                .path("command")
                .asString());

        var form = new HashMap<String, Object>(Map.of(
                "business",
                business.slug(),
                "name",
                NAME,
                "phone",
                PHONE,
                "email",
                EMAIL,
                "message",
                "Это " + NAME + ", перезвоните на " + PHONE,
                "consent",
                true,
                "utm",
                Map.of("utm_source", "vk", "utm_content", NICK)));
        var answer = world.call(
                HttpMethod.POST, "/api/website/contact-form", null, form, "Idempotency-Key", "form-of-the-person");
        assertThat(answer.status()).isEqualTo(201);
        String payload = answer.body().path("bot_url").asString().replaceFirst(".*start=([A-Za-z0-9_-]+).*", "$1");
        world.drain();

        var person = new Walker(world.url(), business.slug(), CHAT, NAME, NICK, 70_000, world::drain);
        person.say("/start " + payload);
        person.press("бесплатную программу");
        person.answerAll();
        assertThat(person.documents()).hasSize(1);
        person.say("Меня зовут " + NAME + ", пишите на " + EMAIL + " или звоните +7 927 555 44 33");
        person.say("мой ник @" + NICK);

        var order = world.call(
                HttpMethod.POST,
                "/api/payments/create",
                null,
                Map.of(
                        "business",
                        business.slug(),
                        "tariff_id",
                        tariff.id(),
                        "promo_code",
                        "ЛЕТО",
                        "contact",
                        Map.of("name", NAME, "phone", PHONE, "email", EMAIL),
                        "consent",
                        true),
                "Idempotency-Key",
                "order-of-the-person");
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        person.pay(order.body().path("public_id").asString(), "succeed");
        person.press("Купить");
        person.linkToPay().ifPresent(link -> person.pay(link, "succeed"));
        world.drain();

        List<JsonNode> found = world.get("/api/clients?q=9275554433&limit=10", token)
                .body()
                .path("items")
                .valueStream()
                .toList();
        assertThat(found).hasSizeBetween(1, 4);
        long id = world.get("/api/clients?q=" + NICK, token)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        for (JsonNode other : found) {
            long double1 = other.path("id").asLong();
            if (double1 != id) {
                assertThat(world.post(
                                        "/api/clients/" + id + "/merge",
                                        token,
                                        Map.of("client_id", double1, "take", List.of("name", "source")))
                                .status())
                        .isEqualTo(200);
            }
        }
        world.call(
                HttpMethod.PATCH,
                "/api/clients/" + id,
                token,
                Map.of(
                        "notes",
                        NAME + " просила звонить на " + PHONE,
                        "tags",
                        List.of("подруга Кольцовой"),
                        "custom",
                        Map.of("инстаграм", NICK),
                        "limitations_text",
                        "Кольцова: колено"));
        world.post("/api/actions", token, Map.of("client_id", id, "type", "call", "text", NAME + " взяла трубку"));
        world.post(
                "/api/contacts",
                token,
                Map.of("client_id", id, "channel", "phone", "direction", "in", "text", "звонок с " + PHONE));
        long stage = world.get("/api/pipeline/stages", token)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        world.post(
                "/api/clients/" + id + "/move-stage", token, Map.of("stage_id", stage, "notes", NAME + " передумала"));
        world.get("/api/conversations", token).body().path("items").forEach(talk -> {
            if (talk.path("client_id").asLong() == id || talk.toString().contains("Ефросинья")) {
                world.post(
                        "/api/conversations/" + talk.path("id").asLong() + "/messages",
                        token,
                        Map.of("text", "Здравствуйте, " + NAME + "!"));
            }
        });
        staff.say("/find Кольцова");
        staff.say("/find 9275554433");
        form.put("name", "Пётр Сидоров");
        form.put("email", "petr@example.ru");
        form.put("message", "");
        form.put("utm", Map.of());
        world.post("/api/website/contact-form", null, form);
        world.call(
                HttpMethod.POST,
                "/api/clients",
                token,
                Map.of("name", "Марина", "notes", "Соседка"),
                "Idempotency-Key",
                "another");
        world.drain();
        return new Person(business, token, id);
    }

    private static List<Dump.Cell> naming(Dump dump) {
        return dump.holding(MARKS);
    }

    private List<Path> filesNaming(Business business) throws IOException {
        Path folder = files.resolve(business.id().toString());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(ErasureTests::names).toList();
        }
    }

    private static boolean names(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            if (text.startsWith("%PDF")) {
                try (var pdf = Loader.loadPDF(bytes)) {
                    text = new PDFTextStripper().getText(pdf)
                            + pdf.getDocumentInformation().getTitle()
                            + pdf.getDocumentInformation().getAuthor();
                }
            }
            return Dump.holds(text, MARKS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothing_names_a_person_who_was_forgotten(CapturedOutput log) throws IOException {
        Person person = lived();
        Business business = person.business();
        Dump before = Dump.of(ownerUrl, business.id().value());
        assertThat(naming(before)).hasSizeGreaterThan(30);
        assertThat(filesNaming(business)).isNotEmpty();
        JsonNode payments = world.get("/api/payments", person.token()).body().path("items");
        assertThat(payments.size()).isEqualTo(2);

        String path = "/api/clients/" + person.id() + "/erase";
        assertThat(world.post(path, person.token(), Map.of("confirm", "не она")).status())
                .isEqualTo(422);
        assertThat(world.post(path, world.token(business, Role.TRAINER), Map.of("confirm", NAME))
                        .status())
                .isEqualTo(403);
        assertThat(world.post(path, person.token(), Map.of("confirm", NAME)).status())
                .isEqualTo(202);
        assertThat(world.post(path, person.token(), Map.of("confirm", NAME)).status())
                .isEqualTo(202);
        world.drain();
        assertThat(world.post(path, person.token(), Map.of("confirm", "ещё раз"))
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("erased");

        Dump after = Dump.of(ownerUrl, business.id().value());
        assertThat(naming(after)).isEmpty();
        assertThat(after.size()).isGreaterThan(before.size() / 2);
        assertThat(filesNaming(business)).isEmpty();
        assertThat(Dump.holds(log.getAll(), MARKS)).isFalse();
        assertThat(databaseLog()).noneMatch(line -> Dump.holds(line, MARKS));

        JsonNode kept = world.get("/api/payments", person.token()).body().path("items");
        assertThat(kept.size()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            assertThat(kept.path(i).path("amount")).isEqualTo(payments.path(i).path("amount"));
            assertThat(kept.path(i).path("completed_at"))
                    .isEqualTo(payments.path(i).path("completed_at"));
        }
        assertThat(world.get("/api/clients?q=" + NICK, person.token())
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(world.get("/api/clients", person.token()).body().toString()).contains("Пётр Сидоров", "Марина");
    }

    private static List<String> databaseLog() throws IOException {
        Path folder = Path.of("target", "test-postgres");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".log"))
                    .flatMap(file -> {
                        try {
                            return Files.readAllLines(file, java.nio.charset.StandardCharsets.ISO_8859_1).stream();
                        } catch (IOException e) {
                            return Stream.empty();
                        }
                    })
                    .toList();
        }
    }

    @Test
    void an_erasing_that_was_cut_short_is_done_again_and_one_that_was_asked_for_in_the_bot_is_the_same() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        var person = new Walker(world.url(), business.slug(), CHAT, NAME, NICK, 71_000, world::drain);
        person.say("/start");
        long id = world.get("/api/clients?q=" + NICK, token)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        world.run(business, () -> erasures.begin(business.id(), new ClientId(id)));
        // Killed before the commit: nothing was done, and the work is still due.
        Tenancy.run(business.id(), () -> {
            var cut = new TransactionTemplate(transactions);
            cut.executeWithoutResult(status -> {
                erasures.erase(business.id(), new ClientId(id));
                status.setRollbackOnly();
            });
        });
        assertThat(naming(Dump.of(ownerUrl, business.id().value()))).isNotEmpty();
        world.drain();
        assertThat(naming(Dump.of(ownerUrl, business.id().value()))).isEmpty();
        world.run(business, () -> due.now("clients.erase", business.id(), String.valueOf(id)));
        world.drain();

        person.say("/start");
        person.say("/delete_me");
        person.press("Да, удалить");
        world.clock().advance(Duration.ofMinutes(2));
        world.drain();
        assertThat(naming(Dump.of(ownerUrl, business.id().value()))).isEmpty();
    }
}
