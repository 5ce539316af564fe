package io.orbita.businesses;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who stands behind a bearer token. A session's caller is remembered for two seconds: whatever ends a session or changes a user is seen at once on this node,
 * and two seconds later on others. A key is read on every request.
 */
@Component
class Callers {
    static final String KEY_MARK = ApiKeys.MARK;

    private record Login(
            @Nullable Long businessId, @Nullable Long userId, String username) {}

    private final AccessTokens tokens;
    private final Sessions sessions;
    private final Staff staff;
    private final JdbcClient jdbc;
    private final ApiKeys keys;
    private final TransactionTemplate transaction;

    Callers(
            AccessTokens tokens,
            Sessions sessions,
            Staff staff,
            JdbcClient jdbc,
            ApiKeys keys,
            TransactionTemplate transaction) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.staff = staff;
        this.jdbc = jdbc;
        this.keys = keys;
        this.transaction = transaction;
    }

    Optional<Caller> of(String bearer) {
        return bearer.startsWith(KEY_MARK)
                ? byKey(bearer)
                : tokens.session(bearer).flatMap(session -> sessions.remembered(session, this::byLogin));
    }

    /** The session that an access token names, if it is ours. */
    Optional<String> session(String bearer) {
        return tokens.session(bearer);
    }

    Optional<Caller> byLogin(long id) {
        Optional<Login> found = jdbc.sql("select business_id, user_id, username from businesses.login where id = :id")
                .param("id", id)
                .query(Login.class)
                .optional();
        return found.flatMap(login -> {
            Long business = login.businessId();
            Long user = login.userId();
            if (business == null || user == null) {
                return Optional.of(
                        new Caller(null, null, "platform-" + id, login.username(), Role.PLATFORM_ADMIN, Set.of()));
            }
            BusinessId tenant = new BusinessId(business);
            return Tenancy.in(tenant, () -> staff.find(tenant, user))
                    .map(member -> new Caller(tenant, user, "user-" + user, member.name(), member.role(), Set.of()));
        });
    }

    private Optional<Caller> byKey(String bearer) {
        String publicId = bearer.substring(KEY_MARK.length());
        return PublicId.business(publicId)
                .flatMap(business ->
                        Tenancy.in(business, () -> transaction.execute(status -> keys.caller(business, publicId))));
    }
}
