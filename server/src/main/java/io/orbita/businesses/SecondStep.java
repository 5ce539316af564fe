package io.orbita.businesses;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.text.QrCode;
import io.orbita.platform.web.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second step of sign-in, for whoever wants it: a code from an app, or one of ten recovery codes on paper. A clock may be one step off; each code opens
 * once, also for two at once. The secret is sealed; of recovery codes only keyed hashes are kept.
 */
@Component
@Transactional
class SecondStep {
    private static final String SECRET = "businesses.totp";
    private static final String RECOVERY = "businesses.recovery_code";
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 12;

    /** Whether it is on. */
    record State(boolean enabled, @Nullable Instant enabledAt, int recoveryCodesLeft) {}

    /**
     * What an authenticator app needs; shown until it is confirmed with a first code.
     *
     * @param qr the address as a picture to point a telephone at, a PNG in a data URI
     */
    record Provision(String secret, String uri, String qr) {}

    private record Row(byte[] sealed, @Nullable Instant enabledAt) {}

    @Refusal.Code(
            value = "auth.second-step-on",
            status = 409,
            meaning = "The second step of sign-in is on already; switch it off first.")
    static final class AlreadyOn extends Refusal {
        private static final long serialVersionUID = 1;

        AlreadyOn() {
            super("Вход с кодом уже включён.", "The second step is on already.");
        }
    }

    @Refusal.Code(
            value = "auth.second-step-off",
            status = 409,
            meaning = "The second step of sign-in is off, or not even begun to be set up.")
    static final class NotOn extends Refusal {
        private static final long serialVersionUID = 1;

        NotOn() {
            super("Вход с кодом не включён.", "The second step is off.");
        }
    }

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondStep(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isOn(long login) {
        return row(login, "").filter(row -> row.enabledAt() != null).isPresent();
    }

    @Transactional(readOnly = true)
    public State state(long login) {
        Instant since = row(login, "").map(Row::enabledAt).orElse(null);
        int left = jdbc.sql("select count(*) from businesses.recovery_code where login_id = :login and used_at is null")
                .param("login", login)
                .query(Integer.class)
                .single();
        return new State(since != null, since, since == null ? 0 : left);
    }

    /**
     * Begins to set it up with a new secret, which counts for nothing until {@link #confirm}.
     *
     * @throws AlreadyOn when it is on
     */
    public Provision begin(Logins.Login login) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        int begun = jdbc.sql("""
                        insert into businesses.totp as t (login_id, sealed, created_at) values (:login, :sealed, :now)
                        on conflict (login_id) do update set sealed = excluded.sealed, created_at = excluded.created_at
                         where t.enabled_at is null
                        """)
                .param("login", login.id())
                .param(
                        "sealed",
                        vault.seal(
                                Secrets.PLATFORM,
                                field(login.id()),
                                Base64.getEncoder().encodeToString(secret)))
                .param("now", Sql.at(clock.instant()))
                .update();
        if (begun == 0) {
            throw new AlreadyOn();
        }
        String uri = Totp.uri(login.username(), secret);
        return new Provision(Totp.base32(secret), uri, QrCode.dataUri(uri));
    }

    /**
     * Switches it on with a first code from the app; empty when the code is wrong.
     *
     * @return the recovery codes, the only time that they are shown
     * @throws AlreadyOn when it is on
     * @throws NotOn when it was not begun
     */
    public Optional<List<String>> confirm(long login, String code) {
        Row row = row(login, "for update").orElseThrow(NotOn::new);
        if (row.enabledAt() != null) {
            throw new AlreadyOn();
        }
        if (!takesTimed(login, row, digits(code))) {
            return Optional.empty();
        }
        jdbc.sql("update businesses.totp set enabled_at = :now where login_id = :login")
                .param("now", Sql.at(clock.instant()))
                .param("login", login)
                .update();
        return Optional.of(freshRecoveryCodes(login));
    }

    /** Whether this code, timed or for recovery, opens now; if so it never will again. */
    public boolean takes(long login, String code) {
        Optional<Row> row = row(login, "").filter(found -> found.enabledAt() != null);
        if (row.isEmpty()) {
            return false;
        }
        String digits = digits(code);
        return digits.length() == Totp.DIGITS ? takesTimed(login, row.get(), digits) : takesRecovery(login, code);
    }

    /** New recovery codes in place of the former ones. */
    public List<String> freshRecoveryCodes(long login) {
        jdbc.sql("delete from businesses.recovery_code where login_id = :login")
                .param("login", login)
                .update();
        List<String> codes =
                Stream.generate(SecondStep::recoveryCode).limit(RECOVERY_CODES).toList();
        codes.forEach(
                code -> jdbc.sql("insert into businesses.recovery_code (login_id, code_hash) values (:login, :hash)")
                        .param("login", login)
                        .param("hash", hash(login, code))
                        .update());
        return codes;
    }

    /** Switches it off, also when it is only begun; false when there was nothing. */
    public boolean off(long login) {
        jdbc.sql("delete from businesses.recovery_code where login_id = :login")
                .param("login", login)
                .update();
        return jdbc.sql("delete from businesses.totp where login_id = :login")
                        .param("login", login)
                        .update()
                == 1;
    }

    /** The row is updated only forward, so of two with one code one comes first and the other finds it used. */
    private boolean takesTimed(long login, Row row, String digits) {
        byte[] secret = Base64.getDecoder().decode(vault.open(Secrets.PLATFORM, field(login), row.sealed()));
        long now = Totp.step(clock.instant());
        for (long step = now - 1; step <= now + 1; step++) {
            if (Secrets.equal(digits, Totp.code(secret, step))) {
                return jdbc.sql(
                                        "update businesses.totp set last_step = :step where login_id = :login and last_step < :step")
                                .param("step", step)
                                .param("login", login)
                                .update()
                        == 1;
            }
        }
        return false;
    }

    private boolean takesRecovery(long login, String code) {
        return jdbc.sql("""
                        update businesses.recovery_code set used_at = :now
                         where login_id = :login and code_hash = :hash and used_at is null
                        """)
                        .param("now", Sql.at(clock.instant()))
                        .param("login", login)
                        .param("hash", hash(login, code))
                        .update()
                == 1;
    }

    private Optional<Row> row(long login, String lock) {
        return jdbc.sql("select sealed, enabled_at from businesses.totp where login_id = :login " + lock)
                .param("login", login)
                .query(Row.class)
                .optional();
    }

    /** Apps show «123 456», and so people type it. */
    private static String digits(String code) {
        String bare = code.replaceAll("[\\s-]", "");
        return bare.matches("[0-9]{" + Totp.DIGITS + "}") ? bare : "";
    }

    /** 60 bits that survive being read from paper: capitals and digits without those that look alike. */
    private static String recoveryCode() {
        var code = new StringBuilder();
        while (code.length() < RECOVERY_LENGTH) {
            String next = PublicId.random(1).toUpperCase(Locale.ROOT);
            if ("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".contains(next)) {
                code.append(next);
            }
        }
        return code.insert(8, '-').insert(4, '-').toString();
    }

    private String hash(long login, String code) {
        String bare = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return vault.hash(Secrets.PLATFORM, RECOVERY + "." + login, bare);
    }

    private static String field(long login) {
        return SECRET + "." + login;
    }
}
