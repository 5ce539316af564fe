package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Unauthenticated;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From a user name and a password, and a code for whoever wants it so, to a session. */
@Component
class SignIn {
    /** How far one has come. */
    sealed interface Entrance permits SignedIn, HalfWay {}

    /** A signed-in caller and their session. */
    record SignedIn(Caller caller, Sessions.Session session) implements Entrance {}

    /** The password was right, the code is owed. */
    record HalfWay(String token) implements Entrance {}

    private final Logins logins;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Callers callers;
    private final SignInDelay delay;
    private final SecondStep second;
    private final HalfTokens halves;

    SignIn(
            Logins logins,
            Passwords passwords,
            Sessions sessions,
            Callers callers,
            SignInDelay delay,
            SecondStep second,
            HalfTokens halves) {
        this.logins = logins;
        this.passwords = passwords;
        this.sessions = sessions;
        this.callers = callers;
        this.delay = delay;
        this.second = second;
        this.halves = halves;
    }

    /**
     * The first step, and the only one for most.
     *
     * @throws Unauthenticated for a wrong name, a wrong password or a user who was switched off, all alike
     */
    Entrance with(String username, String password, Device device) {
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
        if (second.isOn(login.get().id())) {
            // Not yet forgiven: else the right password would buy five more guesses at the code, again and again.
            return new HalfWay(halves.issue(login.get()));
        }
        delay.succeeded(username, address);
        return new SignedIn(caller.get(), sessions.begin(login.get().id(), device));
    }

    /**
     * The second step. Wrong codes make the next try wait as wrong passwords do, and from whatever address: whoever guesses codes has the password already.
     *
     * @throws Unauthenticated for a wrong or used code, and for a half token that is too old or not ours
     */
    SignedIn withCode(String halfToken, String code, Device device) {
        Logins.Login login =
                halves.login(halfToken).orElseThrow(() -> new Unauthenticated("Войдите ещё раз.", "Sign in again."));
        String username = login.username();
        delay.check(username, device.address());
        delay.check(username, SignInDelay.ANYWHERE);
        Optional<Caller> caller = callers.byLogin(login.id()).filter(found -> second.takes(login.id(), code));
        if (caller.isEmpty()) {
            delay.failed(username, device.address());
            delay.failed(username, SignInDelay.ANYWHERE);
            throw new Unauthenticated("Код не подходит.", "The code is wrong.");
        }
        delay.succeeded(username, device.address());
        delay.succeeded(username, SignInDelay.ANYWHERE);
        return new SignedIn(caller.get(), sessions.begin(login.id(), device));
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
