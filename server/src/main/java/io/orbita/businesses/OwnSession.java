package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Forbidden;
import io.orbita.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is signed in here, for what people do to their own login; API keys have none. */
@Component
class OwnSession {
    /** The session of a request and the login behind it. */
    record Own(String session, Logins.Login login, String key) {
        @Nullable BusinessId business() {
            return login.business();
        }
    }

    /** Somebody who found an open browser does not know the password. */
    @Refusal.Code(
            value = "auth.wrong-password",
            status = 422,
            meaning = "The present password, asked for once more, is wrong.")
    static final class WrongPassword extends Refusal {
        private static final long serialVersionUID = 1;

        WrongPassword() {
            super(
                    "Пароль не подходит.",
                    "The password is wrong.",
                    new Field("password", "wrong", "Нынешний пароль не подходит"));
        }
    }

    private final AccessTokens tokens;
    private final Sessions sessions;
    private final Logins logins;
    private final Passwords passwords;
    private final SignInDelay delay;

    OwnSession(AccessTokens tokens, Sessions sessions, Logins logins, Passwords passwords, SignInDelay delay) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.logins = logins;
        this.passwords = passwords;
        this.delay = delay;
    }

    /**
     * @throws Forbidden for an API key
     */
    Own of(Caller caller, HttpServletRequest request) {
        return CallerFilter.bearer(request)
                .flatMap(tokens::session)
                .flatMap(id -> sessions.login(id).flatMap(logins::get).map(login -> new Own(id, login, caller.key())))
                .orElseThrow(Forbidden::new);
    }

    /**
     * As {@link #of(Caller, HttpServletRequest)}, with the password once more; wrong ones count as at sign-in.
     *
     * @throws WrongPassword when it does not fit
     */
    Own proven(Caller caller, HttpServletRequest request, String password) {
        Own own = of(caller, request);
        String username = own.login().username();
        delay.check(username, request.getRemoteAddr());
        if (!passwords.matches(password, own.login().passwordHash())) {
            delay.failed(username, request.getRemoteAddr());
            throw new WrongPassword();
        }
        return own;
    }
}
