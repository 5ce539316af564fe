package io.orbita.demo;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.businesses.Users;
import io.orbita.platform.StartRefused;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Readiness;
import io.orbita.programs.FirstPrint;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a newcomer finds: businesses to walk through, logins to sign in with, and one line that says where. */
@Component
class FirstStart {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final String ADMIN = "admin";
    private static final String PLATFORM = "platform";

    private final Businesses businesses;
    private final Users users;
    private final Readiness readiness;
    private final DemoBusiness demo;
    private final DemoLife life;
    private final FirstPrint press;
    private final PasswordNote note;
    private final boolean withDemo;
    private final String givenPassword;
    private volatile int port;

    FirstStart(
            Businesses businesses,
            Users users,
            Readiness readiness,
            DemoBusiness demo,
            DemoLife life,
            FirstPrint press,
            PasswordNote note,
            @Value("${orbita.demo:true}") boolean withDemo,
            @Value("${ORBITA_ADMIN_PASSWORD:}") String givenPassword) {
        this.businesses = businesses;
        this.users = users;
        this.readiness = readiness;
        this.demo = demo;
        this.life = life;
        this.press = press;
        this.note = note;
        this.withDemo = withDemo;
        this.givenPassword = givenPassword;
    }

    @EventListener
    void on(ServletWebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    /** Each step is taken only when it has not been: a first start that was killed half-way goes on at the next one. */
    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        refuseUnusable(givenPassword);
        // The platform's administrator is made last, so without one the first start never came to its end.
        boolean first = !users.havePlatformAdmin() || note.exists();
        List<String> logins = new ArrayList<>();
        if (withDemo) {
            logins.addAll(samples());
        } else if (first) {
            businessNamed("main", "Мой бизнес", false, "admin").ifPresent(logins::add);
        }
        if (first) {
            users.createPlatformAdmin(PLATFORM, password());
            logins.add(PLATFORM);
        }
        readiness.ready();
        announce(logins);
        note.forget();
    }

    /** Both at once: they have nothing to do with each other, and somebody waits for them. The studio's, which takes longer, finds the press warm. */
    private List<String> samples() {
        try (var threads = Executors.newFixedThreadPool(3)) {
            long begin = System.nanoTime();
            if (businesses.find("demo").isEmpty()) {
                // Whatever fails here fails where a programme is made, and is told there.
                threads.execute(press::prepare);
            }
            var studio = threads.submit(() -> businessNamed("demo", "Студия Движение", true, "admin"));
            var salon = threads.submit(() -> businessNamed("studio", "Салон Ромашка", true, "studio-admin"));
            List<String> logins = Stream.of(studio.get(), salon.get())
                    .flatMap(Optional::stream)
                    .toList();
            if (!logins.isEmpty()) {
                log.info("the demo businesses took {} ms", (System.nanoTime() - begin) / 1_000_000);
            }
            return logins;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demo businesses could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the login to tell of: the one made now, or by a start that was killed before it could tell. */
    private Optional<String> businessNamed(String slug, String name, boolean sandbox, String wantedLogin) {
        Business business = businesses.find(slug).orElseGet(() -> businesses.create(slug, name, MOSCOW, sandbox));
        return Tenancy.in(business.id(), () -> {
            List<Users.User> there = users.all(business.id()).stream()
                    .filter(user -> user.role().equals(ADMIN))
                    .toList();
            if (!there.isEmpty()) {
                return note.exists() ? Optional.of(there.getFirst().username()) : Optional.empty();
            }
            // Before the administrator, and never again: what the owner took off sale later stays off.
            if (business.sandbox()) {
                hire(business);
                demo.layOut(business);
                life.lead(business);
            }
            String login = free(wantedLogin, slug);
            users.create(business.id(), login, "Администратор", Role.ADMIN, password(), "system");
            return Optional.of(login);
        });
    }

    /** Those who have done what the sample shows; they sign in with the same password. */
    private void hire(Business business) {
        if (business.slug().equals("demo")) {
            hire(business, "trainer", "Марина Орлова", Role.TRAINER);
            hire(business, "manager", "Игорь Белов", Role.MANAGER);
        } else {
            hire(business, "studio-manager", "Ольга Светлова", Role.MANAGER);
        }
    }

    private void hire(Business business, String login, String name, Role role) {
        if (users.all(business.id()).stream().noneMatch(user -> user.name().equals(name))) {
            users.create(business.id(), free(login, business.slug()), name, role, password(), "system");
        }
    }

    /** The wanted name, unless somebody of another business has it, for instance since a start without the demo. */
    private String free(String wanted, String slug) {
        return Stream.concat(
                        Stream.of(wanted, slug + "-admin"),
                        IntStream.iterate(2, i -> i + 1).mapToObj(i -> slug + "-admin-" + i))
                .filter(name -> !users.isTaken(name))
                .findFirst()
                .orElseThrow();
    }

    /** A noted one goes before a given one: a login may already have it. */
    private String password() {
        return note.exists() || givenPassword.isBlank() ? note.password() : givenPassword;
    }

    private static void refuseUnusable(String password) {
        if (password.length() > Users.PASSWORD_LIMIT) {
            throw new StartRefused("ORBITA_ADMIN_PASSWORD is longer than " + Users.PASSWORD_LIMIT
                    + " characters: nobody could sign in with it.");
        }
    }

    @SuppressWarnings("SystemOut")
    private void announce(List<String> logins) {
        System.out.println("Orbita is ready at http://localhost:" + port);
        if (!logins.isEmpty()) {
            String others = String.join(", ", logins.subList(1, logins.size()));
            System.out.println("  login: " + logins.getFirst() + (others.isEmpty() ? "" : " (also " + others + ")"));
            System.out.println("  password: "
                    + (note.exists()
                            ? note.password() + "  (shown only this once)"
                            : "as given in ORBITA_ADMIN_PASSWORD"));
        }
    }
}
