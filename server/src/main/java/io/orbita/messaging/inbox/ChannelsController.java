package io.orbita.messaging.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.Channel;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Over what a person is reached, and in which order. */
@RestController
@Transactional
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "conversations")
@Tag(name = "messaging")
class ChannelsController {
    /** The channels that come first; the others follow by the usual order. An empty list is the usual order. */
    record ChannelOrder(
            @NotNull @Size(max = 10) List<@NotNull @Pattern(regexp = ThreadController.CHANNELS, message = ThreadController.CHANNELS) String>
                    order) {}

    /**
     * One channel of the person.
     *
     * @param why null when messages arrive; else {@code blocked}, {@code deactivated}, {@code not_found}, {@code forbidden} (the person), {@code not_connected}
     *     (the business has not set the channel up) or {@code failing} (the last attempt failed and is repeated)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientChannel(
            String channel,
            long conversationId,
            boolean reachable,
            @Nullable String why,
            @Nullable Instant lastHeardAt,
            @Nullable Instant lastUsedAt) {}

    record ClientChannels(List<ClientChannel> items, List<String> order) {}

    private final BestWay bestWay;
    private final ChannelOrders orders;
    private final Clients clients;

    ChannelsController(BestWay bestWay, ChannelOrders orders, Clients clients) {
        this.bestWay = bestWay;
        this.orders = orders;
        this.clients = clients;
    }

    @GetMapping("/api/clients/{id}/channels")
    @Operation(
            summary = "The channels of a person, the preferred first",
            description =
                    "`order` is what staff has set. Without it: messengers by where the person wrote last, then e-mail, "
                            + "then the chat on the site.")
    ClientChannels channels(Caller caller, @PathVariable @Positive long id) {
        return shown(caller, find(caller, id));
    }

    @PutMapping("/api/clients/{id}/channels")
    @Operation(summary = "Set which channels come first for a person")
    ClientChannels order(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody ChannelOrder order) {
        ClientId client = find(caller, id);
        var channels = order.order().stream()
                .map(ThreadController::channel)
                .filter(Objects::nonNull)
                .toList();
        if (channels.stream().distinct().count() < channels.size()) {
            throw new Invalid("order", "duplicate", "Каждый канал один раз");
        }
        orders.set(caller.business(), client, channels, caller.user());
        return shown(caller, client);
    }

    private ClientChannels shown(Caller caller, ClientId client) {
        return new ClientChannels(
                bestWay.ways(caller.business(), client).stream()
                        .map(ChannelsController::shown)
                        .toList(),
                orders.of(caller.business(), clients.members(caller.business(), client)).stream()
                        .map(ChannelsController::name)
                        .toList());
    }

    private static ClientChannel shown(Way way) {
        boolean reachable = way.open() && !way.failing();
        String why = reachable ? null : !way.talk().reachable() ? way.why() : way.ready() ? "failing" : "not_connected";
        return new ClientChannel(
                name(way.talk().channel()), way.talk().id(), reachable, why, way.heardAt(), way.usedAt());
    }

    private static String name(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    private ClientId find(Caller caller, long id) {
        var client = new ClientId(id);
        if (!clients.exists(caller.business(), client)) {
            throw new NotFound("Такого клиента нет.", "There is no such client.");
        }
        return clients.standing(caller.business(), client);
    }
}
