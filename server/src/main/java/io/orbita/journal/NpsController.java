package io.orbita.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Allowed;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "journal")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "progress")
class NpsController {
    /** One answer. */
    record Answer(
            long id,
            long clientId,
            String clientName,
            long programId,
            int score,
            @Nullable String comment,
            Instant askedAt,
            Instant answeredAt) {}

    /**
     * Answers and what they come to.
     *
     * @param score per cent of promoters (9, 10) less per cent of detractors (0–6), over all answers of the time; null without answers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scored(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal score,

            long count,
            long promoters,
            long passives,
            long detractors,
            List<Answer> items,
            @Nullable String nextCursor) {}

    private final NpsRows rows;
    private final Clients clients;
    private final Businesses businesses;
    private final TransactionTemplate transaction;

    NpsController(NpsRows rows, Clients clients, Businesses businesses, TransactionTemplate transaction) {
        this.rows = rows;
        this.clients = clients;
        this.businesses = businesses;
        this.transaction = transaction;
    }

    @GetMapping({"/api/nps", "/api/loyalty/nps"})
    @Operation(
            summary =
                    "What clients say at the end of a programme: the score with its count, and the answers, the newest first")
    Scored list(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(name = "client_id", required = false) @Positive @Nullable Long client,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        BusinessId business = caller.business();
        Set<Long> whose = client == null ? null : clients.members(business, new ClientId(client));
        Instant since = start(business, from, 0);
        Instant until = start(business, to, 1);
        Cursor before = Cursor.read(cursor, 2);
        int most = Page.limit(limit);
        return Objects.requireNonNull(transaction.execute(_ -> {
            NpsScore score = rows.score(business, since, until, whose);
            List<NpsRows.Question> found = rows.answers(
                    business,
                    since,
                    until,
                    whose,
                    before == null ? null : before.instant(0),
                    before == null ? 0 : before.number(1),
                    most + 1);
            Map<Long, String> names = clients.names(
                    business, found.stream().map(NpsRows.Question::clientId).toList());
            Page<Answer> page = Page.cut(
                    found.stream().map(one -> answer(one, names)).toList(),
                    most,
                    last -> Cursor.of(last.answeredAt(), last.id()));
            return new Scored(
                    score.score(),
                    score.count(),
                    score.promoters(),
                    score.passives(),
                    score.detractors(),
                    page.items(),
                    page.nextCursor());
        }));
    }

    private static Answer answer(NpsRows.Question one, Map<Long, String> names) {
        return new Answer(
                one.id(),
                one.clientId(),
                names.getOrDefault(one.clientId(), ""),
                one.programId(),
                Objects.requireNonNull(one.score()),
                one.comment(),
                one.askedAt(),
                Objects.requireNonNull(one.answeredAt()));
    }

    /** The first moment of a day in the business's zone. */
    private @Nullable Instant start(BusinessId business, @Nullable LocalDate day, int plus) {
        return day == null
                ? null
                : day.plusDays(plus)
                        .atStartOfDay(businesses.get(business).zone())
                        .toInstant();
    }
}
