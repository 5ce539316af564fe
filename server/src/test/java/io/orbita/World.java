package io.orbita;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.businesses.Users;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jobs.DueWorker;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.time.MovableClock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a test does with the application. */
public class World {
    public static final String PASSWORD = "a-password-of-tests";

    /** An answer of the API. */
    public record Answer(int status, JsonNode body, org.springframework.http.HttpHeaders headers) {}

    private final Businesses businesses;
    private final Users users;
    private final DueWorker worker;
    private final MovableClock clock;
    private final TransactionTemplate transaction;
    private final ServletWebServerApplicationContext context;
    private final JsonMapper json = JsonMapper.builder().build();

    World(
            Businesses businesses,
            Users users,
            DueWorker worker,
            MovableClock clock,
            TransactionTemplate transaction,
            ServletWebServerApplicationContext context) {
        this.businesses = businesses;
        this.users = users;
        this.worker = worker;
        this.clock = clock;
        this.transaction = transaction;
        this.context = context;
    }

    /** A fresh sandbox business with what the rooms lay out. */
    public Business business() {
        return businesses.create(
                "t-" + PublicId.random(20).toLowerCase(Locale.ROOT), "Проба", ZoneId.of("Europe/Moscow"), true);
    }

    /** Switches off all reminders of the business, for tests that let days pass and count what was said. */
    public Business withoutReminders(Business business) {
        String admin = token(business, Role.ADMIN);
        get("/api/reminders/rules", admin)
                .body()
                .path("items")
                .forEach(rule -> post("/api/reminders/rules/" + rule.path("id").asLong() + "/off", admin, Map.of()));
        return business;
    }

    /** Does the work inside the business in one transaction. */
    public <T extends @Nullable Object> T in(Business business, Supplier<T> work) {
        return Tenancy.in(business.id(), () -> transaction.execute(status -> work.get()));
    }

    /** As {@link #in}, without a result. */
    public void run(Business business, Runnable work) {
        Tenancy.run(business.id(), () -> transaction.executeWithoutResult(status -> work.run()));
    }

    /** Does all work that is due at the clock's time, of every business. */
    public int drain() {
        return worker.drain();
    }

    public MovableClock clock() {
        return clock;
    }

    /** The base address of the running server. */
    public String url() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** An access token of a new staff user with that role. */
    public String token(Business business, Role role) {
        String username = role.name().toLowerCase(Locale.ROOT) + "-" + PublicId.random(12);
        Tenancy.run(business.id(), () -> users.create(business.id(), username, "Проба", role, PASSWORD, "test"));
        return login(username, PASSWORD);
    }

    /** An access token of an existing user. */
    public String login(String username, String password) {
        return call(HttpMethod.POST, "/api/auth/login", null, Map.of("username", username, "password", password))
                .body()
                .path("access_token")
                .asString();
    }

    public Answer get(String path, @Nullable String token) {
        return call(HttpMethod.GET, path, token, null);
    }

    public Answer post(String path, @Nullable String token, Object body) {
        return call(HttpMethod.POST, path, token, body);
    }

    /** Any request; a text body is sent as it is, anything else as JSON. No status is an exception. */
    public Answer call(
            HttpMethod method, String path, @Nullable String token, @Nullable Object body, String... headers) {
        RestClient.RequestBodySpec request =
                RestClient.create(url()).method(method).uri(java.net.URI.create(url() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .body(body instanceof String text ? text : json.writeValueAsString(body));
        }
        return request.exchange((ignored, response) -> {
            byte[] bytes = response.getBody().readAllBytes();
            MediaType type = response.getHeaders().getContentType();
            boolean isJson = type != null && type.getSubtype().endsWith("json") && bytes.length > 0;
            return new Answer(
                    response.getStatusCode().value(),
                    isJson ? json.readTree(bytes) : json.createObjectNode(),
                    response.getHeaders());
        });
    }
}
