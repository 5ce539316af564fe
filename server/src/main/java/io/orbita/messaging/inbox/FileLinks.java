package io.orbita.messaging.inbox;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that open the file of a message without login, for a while: they name business, message and end, and are signed. */
@Component
@Transactional(readOnly = true)
public class FileLinks {
    static final String PATH = "/api/files/";

    private static final String PURPOSE = "messaging.file";
    private static final Pattern TOKEN =
            Pattern.compile("([1-9][0-9]{0,17})\\.([1-9][0-9]{0,17})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    /** A file of a message with its bytes. */
    record Opened(String name, String type, byte[] bytes) {}

    private record Kept(String file, String name, String type) {}

    private final JdbcClient jdbc;
    private final FileStore files;
    private final Vault vault;
    private final Clock clock;

    FileLinks(JdbcClient jdbc, FileStore files, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.vault = vault;
        this.clock = clock;
    }

    /** A relative address that works for that long. */
    public String link(BusinessId business, long message, Duration life) {
        var text = business + "." + message + "." + clock.instant().plus(life).getEpochSecond();
        return PATH + text + "." + vault.sign(PURPOSE, text);
    }

    /** The business that a token names; it proves nothing. */
    static Optional<BusinessId> business(String token) {
        var parts = TOKEN.matcher(token);
        return parts.matches() ? Optional.of(new BusinessId(Long.parseLong(parts.group(1)))) : Optional.empty();
    }

    /** The file, when the token is ours and not too old. Inside its business. */
    Optional<Opened> open(BusinessId business, String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()
                || !vault.signed(PURPOSE, token.substring(0, token.lastIndexOf('.')), parts.group(4))
                || clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts.group(3))))) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select file, coalesce(file_name, 'file') as name, coalesce(file_type, '') as type from messaging.message
                         where business_id = :business and id = :message and file is not null
                        """)
                .param("business", business.value())
                .param("message", Long.parseLong(parts.group(2)))
                .query(Kept.class)
                .optional()
                .flatMap(kept ->
                        files.get(business, kept.file()).map(bytes -> new Opened(kept.name(), kept.type(), bytes)));
    }

    /** Whether a message of the business carries a file. */
    boolean carries(BusinessId business, long message) {
        return jdbc.sql("""
                        select exists (select 1 from messaging.message
                                        where business_id = :business and id = :message and file is not null)
                        """)
                .param("business", business.value())
                .param("message", message)
                .query(Boolean.class)
                .single();
    }
}
