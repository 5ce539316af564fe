package io.orbita.integrations;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/webhooks")
@Tag(name = "webhooks")
@Allowed(scope = "webhooks")
class WebhookController {
    /** {@code enabled} is true when it is missing. */
    record WebhookWords(
            @NotBlank @Size(max = 2000) String url,

            @NotNull @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 40) String> kinds,

            @Nullable @Size(max = 200) String description,

            @Nullable Boolean enabled) {
        Webhooks.Wish wish() {
            return new Webhooks.Wish(
                    url, kinds, description == null ? "" : description.strip(), !Boolean.FALSE.equals(enabled));
        }
    }

    record KindView(String kind, String meaning) {}

    /**
     * A delivery in the log.
     *
     * @param eventId the header {@code webhook-id}, the same for every try and every replay of the event
     * @param state {@code waiting}, {@code delivered} or {@code failed}
     * @param attempts the tries so far, only with one delivery
     * @param body what was sent, only with one delivery
     */
    record DeliveryView(
            long id,
            String eventId,
            String kind,
            String state,
            int tries,
            @Nullable Instant nextAt,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable List<DeliveryRows.Attempt> attempts,
            @Nullable JsonNode body) {
        static DeliveryView of(DeliveryRows.Delivery row) {
            return new DeliveryView(
                    row.id(),
                    row.publicId(),
                    row.kind(),
                    row.state(),
                    row.attempts(),
                    row.nextAt(),
                    row.createdAt(),
                    row.finishedAt(),
                    null,
                    null);
        }
    }

    private final Webhooks webhooks;
    private final Announcements announcements;
    private final DeliveryRows rows;
    private final Delivering delivering;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    WebhookController(
            Webhooks webhooks,
            Announcements announcements,
            DeliveryRows rows,
            Delivering delivering,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.webhooks = webhooks;
        this.announcements = announcements;
        this.rows = rows;
        this.delivering = delivering;
        this.transaction = transaction;
        this.json = json;
    }

    @GetMapping("/kinds")
    @Operation(summary = "The events that a webhook can be told of")
    Page<KindView> kinds(Caller caller) {
        return Page.whole(EventKind.offered().stream()
                .map(kind -> new KindView(kind.wire(), kind.meaning()))
                .toList());
    }

    @GetMapping
    @Operation(summary = "Outgoing webhooks, without their secrets")
    Page<Webhooks.Webhook> list(Caller caller) {
        return Page.whole(webhooks.all(caller.business()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a webhook; its secret is shown this once")
    Webhooks.WithSecret create(Caller caller, @Valid @RequestBody WebhookWords words) {
        return webhooks.create(caller.business(), words.wish(), caller.key());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One webhook")
    Webhooks.Webhook get(Caller caller, @PathVariable @Positive long id) {
        return webhooks.get(caller.business(), id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace a webhook; switching it on forgets former failures")
    Webhooks.Webhook replace(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody WebhookWords words) {
        return webhooks.replace(caller.business(), id, words.wish(), caller.key());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a webhook and its log")
    void delete(Caller caller, @PathVariable @Positive long id) {
        webhooks.delete(caller.business(), id, caller.key());
    }

    @PostMapping("/{id}/secret")
    @Operation(summary = "Make another secret, shown this once; the former one signs nothing from now on")
    Webhooks.WithSecret renew(Caller caller, @PathVariable @Positive long id) {
        return webhooks.renew(caller.business(), id, caller.key());
    }

    @PostMapping("/{id}/test")
    @Operation(summary = "Send an event webhook.test now, also to one that is off, and say what came of it")
    Courier.Result test(Caller caller, @PathVariable @Positive long id) {
        BusinessId business = caller.business();
        webhooks.get(business, id);
        DeliveryRows.Delivery delivery = Objects.requireNonNull(transaction.execute(
                _ -> rows.find(business, announcements.test(business, id)).orElseThrow()));
        Courier.Result result = delivering.send(business, delivery);
        transaction.executeWithoutResult(_ -> {
            Instant now = delivery.createdAt();
            rows.attempt(business, delivery.id(), now, result);
            rows.ends(business, delivery.id(), result.delivered() ? "delivered" : "failed", now);
        });
        return result;
    }

    @GetMapping("/{id}/deliveries")
    @Operation(summary = "The log of a webhook, the newest first, for 30 days")
    Page<DeliveryView> deliveries(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        webhooks.get(caller.business(), id);
        int most = Page.limit(limit);
        Cursor after = Cursor.read(cursor, 1);
        return Objects.requireNonNull(transaction.execute(_ -> Page.cut(
                rows.page(caller.business(), id, after == null ? Long.MAX_VALUE : after.number(0), most + 1).stream()
                        .map(DeliveryView::of)
                        .toList(),
                most,
                view -> Cursor.of(view.id()))));
    }

    @GetMapping("/{id}/deliveries/{delivery}")
    @Operation(summary = "One delivery with its tries and what was sent")
    DeliveryView delivery(Caller caller, @PathVariable @Positive long id, @PathVariable @Positive long delivery) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            DeliveryRows.Delivery row = found(caller.business(), id, delivery);
            DeliveryView view = DeliveryView.of(row);
            return new DeliveryView(
                    view.id(),
                    view.eventId(),
                    view.kind(),
                    view.state(),
                    view.tries(),
                    view.nextAt(),
                    view.createdAt(),
                    view.finishedAt(),
                    rows.attempts(caller.business(), delivery),
                    json.readTree(row.body()));
        }));
    }

    @PostMapping("/{id}/deliveries/{delivery}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send the same event once more, under the same id")
    DeliveryView replay(Caller caller, @PathVariable @Positive long id, @PathVariable @Positive long delivery) {
        BusinessId business = caller.business();
        return Objects.requireNonNull(transaction.execute(_ ->
                DeliveryView.of(rows.find(business, announcements.again(business, found(business, id, delivery)))
                        .orElseThrow())));
    }

    private DeliveryRows.Delivery found(BusinessId business, long webhook, long delivery) {
        return rows.find(business, delivery)
                .filter(row -> row.webhookId() == webhook)
                .orElseThrow(Webhooks::unknown);
    }
}
