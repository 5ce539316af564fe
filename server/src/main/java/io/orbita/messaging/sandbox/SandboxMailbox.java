package io.orbita.messaging.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Letters of a business without a mail server: they go here instead. */
@Component
@Transactional
public class SandboxMailbox {
    private static final String TO = "messaging.sandbox-mail";

    /** A letter as the mailbox shows it; {@code url} opens the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SandboxLetter(
            long id,
            String to,
            @Nullable String subject,
            @Nullable String text,
            List<LetterLink> links,
            @Nullable String fileName,
            @Nullable String mimeType,
            @Nullable String url,
            Instant sentAt) {}

    record LetterLink(String text, String url) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    SandboxMailbox(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps a letter, once a key. */
    public void put(BusinessId business, String key, String to, String subject, Content content) {
        var links = content.buttons().stream()
                .flatMap(List::stream)
                .filter(it -> it.url() != null)
                .map(SandboxMailbox::link)
                .toList();
        Content.Document document = content.document();
        jdbc.sql("""
                        insert into messaging.sandbox_mail
                               (business_id, key, sealed_to, subject, body, links, file, file_name, file_type, token, sent_at)
                        values (:business, :key, :to, :subject, :body, :links::jsonb, :file, :name, :type, :token, :now)
                        on conflict (business_id, key) do nothing
                        """)
                .param("business", business.value())
                .param("key", key)
                .param("to", vault.seal(business, TO, to))
                .param("subject", subject)
                .param("body", content.text())
                .param("links", json.writeValueAsString(links))
                .param("file", document == null ? null : document.file())
                .param("name", document == null ? null : document.fileName())
                .param("type", document == null ? null : document.mimeType())
                .param("token", document == null ? null : PublicId.next(business))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    List<SandboxLetter> newest(BusinessId business, int limit) {
        return jdbc.sql("""
                        select id, sealed_to, subject, body, links, file_name, file_type, token, sent_at
                          from messaging.sandbox_mail where business_id = :business
                         order by id desc limit :limit
                        """)
                .param("business", business.value())
                .param("limit", limit)
                .query((row, index) -> new SandboxLetter(
                        row.getLong("id"),
                        vault.open(business, TO, row.getBytes("sealed_to")),
                        row.getString("subject"),
                        row.getString("body"),
                        json.readValue(row.getString("links"), new TypeReference<List<LetterLink>>() {}),
                        row.getString("file_name"),
                        row.getString("file_type"),
                        row.getString("token") == null ? null : SandboxFiles.PATH + row.getString("token"),
                        row.getTimestamp("sent_at").toInstant()))
                .list();
    }

    private static LetterLink link(Button button) {
        return new LetterLink(button.text(), String.valueOf(button.url()));
    }
}
