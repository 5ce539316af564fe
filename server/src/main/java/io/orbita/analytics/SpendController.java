package io.orbita.analytics;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.money.Money;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/spend")
@Tag(name = "analytics")
@Allowed(value = Role.MANAGER, scope = "analytics")
class SpendController {
    private static final long MOST_MINOR = 100_000_000_000L;
    private static final int MOST_DAYS = 366;

    /** {@code to} missing: one day. */
    record SpendWords(
            @NotBlank @Size(max = 100) String source,
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @NotNull @Valid Money amount,
            @Nullable @Size(max = 200) String note) {
        LocalDate last() {
            return to == null ? from : to;
        }
    }

    private final Spending spending;
    private final Businesses businesses;
    private final Idempotency idempotency;

    SpendController(Spending spending, Businesses businesses, Idempotency idempotency) {
        this.spending = spending;
        this.businesses = businesses;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(summary = "What was spent on each source of clients, the newest entry first")
    Page<Spending.Spend> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        Cursor after = Cursor.read(cursor, 1);
        return Page.cut(
                spending.page(caller.business(), after == null ? Long.MAX_VALUE : after.number(0), most + 1),
                most,
                spend -> Cursor.of(spend.id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enter what was spent on a source, over one day or evenly over several")
    ResponseEntity<Spending.Spend> add(
            Caller caller,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody SpendWords words) {
        var business = businesses.get(caller.business());
        Money amount = words.amount();
        if (!amount.currency().equals(business.currency()) || !amount.isPositive() || amount.minor() > MOST_MINOR) {
            throw new Invalid("amount", "range", "Больше нуля и не больше миллиарда, в валюте бизнеса");
        }
        LocalDate from = words.from();
        LocalDate last = words.last();
        if (from.getYear() < 2000
                || last.getYear() >= 2200
                || last.isBefore(from)
                || !last.isBefore(from.plusDays(MOST_DAYS))) {
            throw new Invalid("from", "range", "Не позже to, не больше года");
        }
        String note = words.note() == null ? "" : words.note().strip();
        var spend = new Spending.Spend(0, words.source().strip(), from, last, amount, note);
        return idempotency.once(
                caller.business(),
                "spend.add",
                caller.key(),
                key,
                words,
                Spending.Spend.class,
                () -> new Spending.Spend(
                        spending.add(caller.business(), spend), spend.source(), from, last, amount, note));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an entry back")
    void remove(Caller caller, @PathVariable @Positive long id) {
        spending.remove(caller.business(), id);
    }
}
