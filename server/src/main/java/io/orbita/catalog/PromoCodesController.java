package io.orbita.catalog;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.money.Money;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/promocodes")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "promocodes")
@Tag(name = "catalog")
class PromoCodesController {

    /** A promo code as the panel shows it. */
    record PromoView(
            long id,
            String code,
            @Nullable Integer percent,
            @Nullable Money amount,
            @Nullable Instant validFrom,
            @Nullable Instant validTo,
            @Nullable Integer maxUses,
            @Nullable Integer maxUsesPerClient,
            List<Long> tariffIds,
            boolean firstPurchaseOnly,
            boolean active,
            int used,
            int reserved) {

        static PromoView of(PromoCode promo, PromoUsage.Count count) {
            return new PromoView(
                    promo.id(),
                    promo.code(),
                    promo.discount() instanceof Discount.Percent percent ? percent.percent() : null,
                    promo.discount() instanceof Discount.Fixed fixed ? fixed.amount() : null,
                    promo.validFrom(),
                    promo.validTo(),
                    promo.maxUses(),
                    promo.maxUsesPerClient(),
                    promo.tariffs().stream().sorted().toList(),
                    promo.firstPurchaseOnly(),
                    promo.active(),
                    count.consumed(),
                    count.reserved());
        }
    }

    /** One use: reserved by an open payment, consumed by a completed one, or released by one that came to nothing. */
    record UseView(
            String payment,
            long clientId,
            String state,
            boolean overLimit,
            Instant reservedAt,
            @Nullable Instant settledAt) {}

    private final Promos promos;
    private final PromoUsage usage;

    PromoCodesController(Promos promos, PromoUsage usage) {
        this.promos = promos;
        this.usage = usage;
    }

    @GetMapping
    @Operation(summary = "Promo codes, newest first")
    Page<PromoView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = Page.limit(limit);
        var after = Cursor.read(cursor, 1);
        var found = promos.all(caller.business(), after == null ? Long.MAX_VALUE : after.number(0), size + 1);
        var counts = usage.counts(
                caller.business(), found.stream().map(PromoCode::id).toList());
        var views = found.stream()
                .map(promo ->
                        PromoView.of(promo, counts.getOrDefault(promo.id(), new PromoUsage.Count(promo.id(), 0, 0))))
                .toList();
        return Page.cut(views, size, last -> Cursor.of(last.id()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One promo code")
    PromoView get(Caller caller, @PathVariable @Positive long id) {
        return view(caller, promos.get(caller.business(), id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a promo code")
    PromoView add(Caller caller, @Valid @RequestBody PromoDraft draft) {
        return view(caller, promos.add(caller.business(), draft));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace a promo code; what was reserved keeps its discount")
    PromoView change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody PromoDraft draft) {
        return view(caller, promos.change(caller.business(), id, draft));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a promo code that nobody used")
    void remove(Caller caller, @PathVariable @Positive long id) {
        promos.remove(caller.business(), id);
    }

    @GetMapping("/{id}/usages")
    @Operation(summary = "Who used a promo code, newest first")
    Page<UseView> usages(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        promos.get(caller.business(), id);
        var size = Page.limit(limit);
        var after = Cursor.read(cursor, 2);
        var uses = usage.list(
                caller.business(),
                id,
                after == null ? null : after.instant(0),
                after == null ? "" : after.string(1),
                size + 1);
        var page = Page.cut(uses, size, last -> Cursor.of(last.reservedAt(), last.ref()));
        return new Page<>(
                page.items().stream()
                        .map(use -> new UseView(
                                use.ref(),
                                use.clientId(),
                                use.state(),
                                use.overLimit(),
                                use.reservedAt(),
                                use.settledAt()))
                        .toList(),
                page.nextCursor(),
                null);
    }

    private PromoView view(Caller caller, PromoCode promo) {
        var counts = usage.counts(caller.business(), List.of(promo.id()));
        return PromoView.of(promo, counts.getOrDefault(promo.id(), new PromoUsage.Count(promo.id(), 0, 0)));
    }
}
