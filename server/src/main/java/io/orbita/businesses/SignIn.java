package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Unauthenticated;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From a user name and a password to a session. */
@Component
class SignIn {
    /** A signed-in caller and their session. */
    record SignedIn(Caller caller, Sessions.Session session) {}

    private final Logins logins;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Callers callers;
    private final SignInDelay delay;

    SignIn(Logins logins, Passwords passwords, Sessions sessions, Callers callers, SignInDelay delay) {
        this.logins = logins;
        this.passwords = passwords;
        this.sessions = sessions;
        this.callers = callers;
        this.delay = delay;
    }

    /**
     * @throws Unauthenticated for a wrong name, a wrong password or a user who was switched off, all alike
     */
    SignedIn with(String username, String password, Device device) {
        String address = device.address();
        delay.check(username, address);
        Optional<Logins.Login> login = logins.named(username);
        if (login.isEmpty()) {
            passwords.waste(password);
        }
        Optional<Caller> caller = login.filter(found -> passwords.matches(password, found.passwordHash()))
                .flatMap(found -> callers.byLogin(found.id()));
        if (caller.isEmpty()) {
            delay.failed(username, address);
            throw new Unauthenticated("Неверное имя или пароль.", "Wrong name or password.");
        }
        delay.succeeded(username, address);
        return new SignedIn(caller.get(), sessions.begin(login.get().id(), device));
    }

    /** Signs in a user who has just been made. */
    SignedIn fresh(BusinessId business, long user, Device device) {
        Logins.Login login = Tenancy.in(business, () -> logins.of(business, user));
        return new SignedIn(callers.byLogin(login.id()).orElseThrow(), sessions.begin(login.id(), device));
    }

    Optional<SignedIn> refreshed(String token) {
        return sessions.refresh(token)
                .flatMap(session -> callers.byLogin(session.login()).map(caller -> new SignedIn(caller, session)));
    }
}
