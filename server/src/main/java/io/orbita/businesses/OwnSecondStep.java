package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Forbidden;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How people switch the second step of their own sign-in on and off, and an administrator another's off when the telephone is lost. */
@Component
class OwnSecondStep {
    @Refusal.Code(
            value = "auth.wrong-code",
            status = 422,
            meaning = "The code of the second step is wrong, used or too old.")
    static final class WrongCode extends Refusal {
        private static final long serialVersionUID = 1;

        WrongCode() {
            super("Код не подходит.", "The code is wrong.", new Field("code", "wrong", "Код не подходит"));
        }
    }

    private final SecondStep second;
    private final SignInDelay delay;
    private final Logins logins;
    private final Sessions sessions;
    private final Users users;
    private final Audit audit;
    private final TransactionTemplate transaction;

    OwnSecondStep(
            SecondStep second,
            SignInDelay delay,
            Logins logins,
            Sessions sessions,
            Users users,
            Audit audit,
            TransactionTemplate transaction) {
        this.second = second;
        this.delay = delay;
        this.logins = logins;
        this.sessions = sessions;
        this.users = users;
        this.audit = audit;
        this.transaction = transaction;
    }

    List<String> confirm(OwnSession.Own own, String code, String address) {
        return guarded(own, address, () -> {
            List<String> codes = second.confirm(own.login().id(), code).orElseThrow(WrongCode::new);
            note(own, "auth.second-step-on");
            return codes;
        });
    }

    List<String> renew(OwnSession.Own own, String code, String address) {
        return guarded(own, address, () -> {
            take(own, code);
            note(own, "auth.recovery-codes");
            return second.freshRecoveryCodes(own.login().id());
        });
    }

    void off(OwnSession.Own own, String code, String address) {
        guarded(own, address, () -> {
            take(own, code);
            note(own, "auth.second-step-off");
            return second.off(own.login().id());
        });
    }

    /**
     * Switches it off for another user, who is signed out everywhere.
     *
     * @throws Forbidden for oneself: that takes one's own code
     */
    void reset(Caller caller, long user) {
        BusinessId business = caller.business();
        transaction.executeWithoutResult(status -> {
            Grants.check(caller, users.role(business, user));
            if (Long.valueOf(user).equals(caller.user())) {
                throw new Forbidden();
            }
            long login = logins.of(business, user).id();
            if (!second.off(login)) {
                throw new NotFound("Вход с кодом не включён.", "The second step is off.");
            }
            sessions.endAllOf(login);
            audit.record(business, caller.key(), "users.second-step-off", String.valueOf(user), Map.of());
        });
    }

    private void take(OwnSession.Own own, String code) {
        if (!second.isOn(own.login().id())) {
            throw new SecondStep.NotOn();
        }
        if (!second.takes(own.login().id(), code)) {
            throw new WrongCode();
        }
    }

    private <T> T guarded(OwnSession.Own own, String address, Supplier<T> work) {
        String username = own.login().username();
        delay.check(username, address);
        try {
            return transaction.execute(status -> work.get());
        } catch (WrongCode wrong) {
            delay.failed(username, address);
            throw wrong;
        }
    }

    private void note(OwnSession.Own own, String what) {
        BusinessId business = own.business();
        if (business != null) {
            audit.record(business, own.key(), what, String.valueOf(own.login().user()), Map.of());
        }
    }
}
