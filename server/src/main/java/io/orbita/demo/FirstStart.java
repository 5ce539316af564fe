package io.orbita.demo;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.businesses.Users;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Readiness;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a newcomer finds: businesses to walk through, logins to sign in with, and one line that says where. */
@Component
class FirstStart {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Businesses businesses;
    private final Users users;
    private final Readiness readiness;
    private final DemoBusiness demo;
    private final PasswordNote note;
    private final boolean withDemo;
    private final String givenPassword;
    private volatile int port;

    FirstStart(
            Businesses businesses,
            Users users,
            Readiness readiness,
            DemoBusiness demo,
            PasswordNote note,
            @Value("${orbita.demo:true}") boolean withDemo,
            @Value("${ORBITA_ADMIN_PASSWORD:}") String givenPassword) {
        this.businesses = businesses;
        this.users = users;
        this.readiness = readiness;
        this.demo = demo;
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
        boolean first = users.nobody() || note.exists();
        String password = givenPassword.isBlank() ? (first ? note.password() : "") : givenPassword;
        if (withDemo) {
            businessNamed("demo", "Студия Движение", true, "admin", password);
            businessNamed("studio", "Салон Ромашка", true, "studio-admin", password);
        } else if (first) {
            businessNamed("main", "Мой бизнес", false, "admin", password);
        }
        if (first) {
            users.createPlatformAdmin("platform", password);
        }
        readiness.ready();
        announce(first, password);
        note.forget();
    }

    private void businessNamed(String slug, String name, boolean sandbox, String username, String password) {
        Business business = businesses.find(slug).orElseGet(() -> businesses.create(slug, name, MOSCOW, sandbox));
        Tenancy.run(business.id(), () -> {
            if (users.all(business.id()).isEmpty()) {
                users.create(business.id(), username, "Администратор", Role.ADMIN, password, "system");
            }
            if (sandbox) {
                demo.layOut(business);
            }
        });
    }

    @SuppressWarnings("SystemOut")
    private void announce(boolean first, String password) {
        System.out.println("Orbita is ready at http://localhost:" + port);
        if (first) {
            System.out.println("  login: admin" + (withDemo ? " (also studio-admin, platform)" : " (also platform)"));
            System.out.println("  password: "
                    + (givenPassword.isBlank()
                            ? password + "  (shown only this once)"
                            : "as given in ORBITA_ADMIN_PASSWORD"));
        }
    }
}
