package io.orbita.messaging.telegram;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that a bot has uploaded already: from then on Telegram takes them by their id. */
@Component
@Transactional
class KnownFiles {
    private final JdbcClient jdbc;
    private final Clock clock;

    KnownFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<String> find(BusinessId business, String bot, String file) {
        return jdbc.sql("""
                        select file_id from messaging.known_file
                         where business_id = :business and bot = :bot and file = :file
                        """)
                .param("business", business.value())
                .param("bot", bot)
                .param("file", file)
                .query(String.class)
                .optional();
    }

    public void keep(BusinessId business, String bot, String file, String fileId) {
        jdbc.sql("""
                        insert into messaging.known_file (business_id, bot, file, file_id, known_at)
                        values (:business, :bot, :file, :id, :now)
                        on conflict (business_id, bot, file) do update set file_id = excluded.file_id, known_at = excluded.known_at
                        """)
                .param("business", business.value())
                .param("bot", bot)
                .param("file", file)
                .param("id", fileId)
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
