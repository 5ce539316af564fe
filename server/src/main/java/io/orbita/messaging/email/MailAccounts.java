package io.orbita.messaging.email;

import io.orbita.businesses.Settings;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mail server that a business has set, if any. */
@Component
@Transactional
class MailAccounts {
    private static final String SECTION = "messaging.email";
    private static final String PASSWORD = "email.password";

    /** As it is kept; an empty host means none. */
    record Kept(
            String host,
            int port,
            SmtpAccount.Security security,
            @Nullable String user,
            String sender,
            @Nullable String senderName) {
        static final Kept NONE = new Kept("", 0, SmtpAccount.Security.TLS, null, "", null);
    }

    private final Settings settings;

    MailAccounts(Settings settings) {
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    Optional<SmtpAccount> of(BusinessId business) {
        return kept(business)
                .map(it -> new SmtpAccount(
                        it.host(),
                        it.port(),
                        it.security(),
                        it.user(),
                        settings.secret(business, PASSWORD).orElse(null),
                        it.sender(),
                        it.senderName()));
    }

    @Transactional(readOnly = true)
    Optional<Kept> kept(BusinessId business) {
        return Optional.of(settings.get(business, SECTION, Kept.class, Kept.NONE))
                .filter(it -> !it.host().isEmpty());
    }

    @Transactional(readOnly = true)
    boolean hasPassword(BusinessId business) {
        return settings.secret(business, PASSWORD).isPresent();
    }

    /** Sets the server; without a password the former one stays. */
    void set(BusinessId business, Kept account, @Nullable String password) {
        settings.put(business, SECTION, account);
        if (password != null) {
            settings.keepSecret(business, PASSWORD, password);
        }
    }

    void remove(BusinessId business) {
        settings.put(business, SECTION, Kept.NONE);
        settings.keepSecret(business, PASSWORD, "");
    }
}
