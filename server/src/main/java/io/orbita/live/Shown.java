package io.orbita.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.platform.live.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change as a page reads it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Shown(List<Long> ids, @Nullable Long clientId, List<Long> clientIds, boolean all) {
    static Shown of(Change change) {
        List<Long> clients = change.clients().stream().sorted().toList();
        return new Shown(
                change.ids().stream().sorted().toList(),
                clients.size() == 1 ? clients.getFirst() : null,
                clients,
                change.all());
    }
}
