package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people change about their own login, once they have proven to be themselves. */
@Component
@Transactional
class OwnLogin {
    private final Logins logins;
    private final Sessions sessions;
    private final Audit audit;

    OwnLogin(Logins logins, Sessions sessions, Audit audit) {
        this.logins = logins;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** A new password; whoever else was signed in with the former one is out. */
    public void password(OwnSession.Own own, String password) {
        logins.password(own.login().id(), password);
        sessions.endOthers(own.login().id(), own.session());
        note(own, "auth.password");
    }

    /** The address for a forgotten password; null for none. */
    public void email(OwnSession.Own own, @Nullable String email) {
        logins.email(own.login().id(), email);
        note(own, "auth.email");
    }

    private void note(OwnSession.Own own, String what) {
        BusinessId business = own.business();
        if (business != null) {
            audit.record(business, own.key(), what, String.valueOf(own.login().user()), Map.of());
        }
    }
}
