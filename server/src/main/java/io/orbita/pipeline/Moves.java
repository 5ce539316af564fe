package io.orbita.pipeline;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: how clients moved. */
@Component
@Transactional(readOnly = true)
public class Moves {
    private final Clients clients;
    private final StageRows stages;
    private final MoveRows moves;

    Moves(Clients clients, StageRows stages, MoveRows moves) {
        this.clients = clients;
        this.stages = stages;
        this.moves = moves;
    }

    /**
     * The moves of a client, and of all that were merged with it, the oldest first.
     *
     * @throws NotFound when there is no such client
     */
    public Page<MoveView> history(BusinessId business, ClientId client, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor, 1);
        Set<Long> members = clients.members(business, client);
        if (members.isEmpty()) {
            throw new NotFound("Клиент не найден.", "There is no such client.");
        }
        Map<Long, StageNames.Stage> names = stages.stages(business);
        var page = moves.page(business, members, after == null ? 0 : after.number(0), limit + 1).stream()
                .map(row -> view(row, names))
                .toList();
        return Page.cut(page, limit, view -> Cursor.of(view.id()));
    }

    static MoveView view(MoveRows.Row row, Map<Long, StageNames.Stage> names) {
        Long from = row.fromStage();
        return new MoveView(
                row.id(),
                from == null ? null : names.get(from),
                Objects.requireNonNull(names.get(row.toStage())),
                row.movedAt(),
                row.movedBy(),
                row.cause(),
                row.notes(),
                row.cycle());
    }
}
