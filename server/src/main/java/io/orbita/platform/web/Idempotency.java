package io.orbita.platform.web;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer a key. The first request does the work and is answered 201; the same key with the same body is answered 200 with the same facts
 * and {@code Idempotency-Replayed: true}, with another body 422, and 409 while the first is still at work. Keys live 48 hours.
 */
@Component
public class Idempotency {
    public static final String HEADER = "Idempotency-Key";
    private static final int MOST_KEY_LENGTH = 200;
    private static final Duration LIFE = Duration.ofHours(48);

    private record Row(String requestHash, @Nullable String answer) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Idempotency(JdbcClient jdbc, JsonMapper json, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Does the work in one transaction together with remembering its answer. Call inside {@code Tenancy.in(business)} and outside a transaction;
     * the work must not call out.
     *
     * @param key what the client sent, null for none: then the work is simply done
     * @param source a constant that names the endpoint
     * @param caller who asks: keys of different callers never meet
     * @throws KeyReused when the key came with another body before
     * @throws StillRunning when the first request with this key has not ended
     */
    public <T> ResponseEntity<T> once(
            BusinessId business,
            String source,
            String caller,
            @Nullable String key,
            Object request,
            Class<T> type,
            Supplier<T> work) {
        if (key == null) {
            return ResponseEntity.status(201).body(transaction.execute(status -> work.get()));
        }
        String stored = stored(source, caller, key);
        String hash = hash(json.writeValueAsString(request));
        return transaction.execute(status -> {
            if (!lock(business, stored)) {
                throw new StillRunning();
            }
            Optional<Row> before = row(business, stored);
            if (before.isPresent()) {
                if (!before.get().requestHash().equals(hash)) {
                    throw new KeyReused();
                }
                return ResponseEntity.ok()
                        .header("Idempotency-Replayed", "true")
                        .body(json.readValue(String.valueOf(before.get().answer()), type));
            }
            T answer = work.get();
            remember(business, stored, hash, json.writeValueAsString(answer));
            return ResponseEntity.status(201).body(answer);
        });
    }

    /** The name under which a key is kept; refuses empty, endless and unprintable ones. */
    public static String stored(String source, String caller, String key) {
        if (key.isBlank() || key.length() > MOST_KEY_LENGTH || !key.chars().allMatch(c -> c > 32 && c < 127)) {
            throw new Invalid("Idempotency-Key", "format", "1–200 печатных знаков без пробелов");
        }
        return source + ":" + caller + ":" + key;
    }

    /** SHA-256 in hex of a request body. */
    public static String hash(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets kept answers that hold one of the texts, in whatever case: a repeated request is then a new one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(BusinessId business, Collection<String> texts) {
        jdbc.sql("""
                        delete from platform.idempotency
                         where business_id = :business
                           and exists (select from unnest(:texts) as mark where position(lower(mark) in lower(answer)) > 0)
                        """)
                .param("business", business.value())
                .param("texts", texts.toArray(String[]::new))
                .update();
    }

    private boolean lock(BusinessId business, String key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:key, :business))")
                .param("key", key)
                .param("business", business.value())
                .query(Boolean.class)
                .single();
    }

    private Optional<Row> row(BusinessId business, String key) {
        return jdbc.sql("""
                        select request_hash, answer from platform.idempotency
                         where business_id = :business and key = :key
                        """)
                .param("business", business.value())
                .param("key", key)
                .query(Row.class)
                .optional();
    }

    private void remember(BusinessId business, String key, String hash, String answer) {
        forgetSomeOld(business);
        jdbc.sql("""
                        insert into platform.idempotency (business_id, key, request_hash, status, answer, created_at)
                        values (:business, :key, :hash, 201, :answer, :now)
                        """)
                .param("business", business.value())
                .param("key", key)
                .param("hash", hash)
                .param("answer", answer)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Each new key sweeps a few that are past their time, so that no job has to walk over tenants. */
    private void forgetSomeOld(BusinessId business) {
        jdbc.sql("""
                        delete from platform.idempotency
                         where business_id = :business
                           and key in (select key from platform.idempotency
                                        where business_id = :business and created_at < :old limit 20)
                        """)
                .param("business", business.value())
                .param("old", Sql.at(clock.instant().minus(LIFE)))
                .update();
    }
}
