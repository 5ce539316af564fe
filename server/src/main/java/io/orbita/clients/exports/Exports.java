package io.orbita.clients.exports;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the exports: a link for a table, and the table for a link. */
@Component
public class Exports {
    static final String PATH = "/api/tables/";

    private static final String PURPOSE = "clients.export";
    private static final Pattern TOKEN =
            Pattern.compile("([1-9][0-9]{0,17})\\.([1-9][0-9]{0,17})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What a link gives out. */
    record Order(String kind, String format, byte[] spec) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final Map<String, TableSource> sources;

    Exports(JdbcClient jdbc, Vault vault, Clock clock, List<TableSource> sources) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.sources = sources.stream().collect(Collectors.toMap(TableSource::kind, Function.identity()));
    }

    /**
     * A relative address that gives the table out for five minutes, without login.
     *
     * @param kind a {@link TableSource#kind}
     * @param format {@code csv} or {@code xlsx}
     * @param spec what the source needs to know; kept sealed
     */
    @Transactional
    public String link(BusinessId business, String kind, String format, String spec) {
        Instant now = clock.instant();
        jdbc.sql("delete from clients.export where business_id = :business and created_at < :before")
                .param("business", business.value())
                .param("before", Sql.at(now.minus(KEPT)))
                .update();
        long id = jdbc.sql("""
                        insert into clients.export (business_id, kind, format, spec, created_at)
                        values (:business, :kind, :format, :spec, :now) returning id
                        """)
                .param("business", business.value())
                .param("kind", kind)
                .param("format", format)
                .param("spec", vault.seal(business, PURPOSE, spec))
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
        String text = business + "." + id + "." + now.plus(LIFE).getEpochSecond();
        return PATH + text + "." + vault.sign(PURPOSE, text);
    }

    /** The business that a token names; it proves nothing. */
    static Optional<BusinessId> business(String token) {
        Matcher parts = TOKEN.matcher(token);
        return parts.matches() ? Optional.of(new BusinessId(Long.parseLong(parts.group(1)))) : Optional.empty();
    }

    /** What the token orders, when it is ours and not too old. */
    @Transactional(readOnly = true)
    public Optional<Order> order(BusinessId business, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()
                || !vault.signed(PURPOSE, token.substring(0, token.lastIndexOf('.')), parts.group(4))
                || clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts.group(3))))) {
            return Optional.empty();
        }
        return jdbc.sql("select kind, format, spec from clients.export where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", Long.parseLong(parts.group(2)))
                .query(Order.class)
                .optional();
    }

    /** Writes an ordered table into the answer. */
    public void give(BusinessId business, Order order, HttpServletResponse answer) throws IOException {
        give(business, order.kind(), order.format(), vault.open(business, PURPOSE, order.spec()), answer);
    }

    /** Writes a table into the answer, row by row. */
    public void give(BusinessId business, String kind, String format, String spec, HttpServletResponse answer)
            throws IOException {
        TableSource source = source(kind);
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        answer.setContentType(format.equals("xlsx") ? XLSX : "text/csv;charset=UTF-8");
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(source.fileName() + "-" + day + "." + format, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        OutputStream out = answer.getOutputStream();
        if (format.equals("xlsx")) {
            try (var rows = new XlsxRows(out)) {
                source.write(business, spec, rows);
            }
        } else {
            try (var rows = new CsvRows(out)) {
                source.write(business, spec, rows);
            }
        }
    }

    private TableSource source(String kind) {
        TableSource source = sources.get(kind);
        if (source == null) {
            throw new NotFound("Такого файла нет.", "There is no such file.");
        }
        return source;
    }
}
