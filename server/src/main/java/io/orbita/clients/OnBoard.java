package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other rooms know of a client and a board needs on the client's row, so that it is filtered, counted and ordered by one table: told here by its owners, in the transaction of the fact. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OnBoard {
    private final ClientRows rows;
    private final BoardMarks marks;

    OnBoard(ClientRows rows, BoardMarks marks) {
        this.rows = rows;
        this.marks = marks;
    }

    /**
     * The pipeline tells where the client, whom it has locked, stands now.
     *
     * @param place gives the place in the board's column of the card that stands for the client
     * @return the card that stands for the client
     */
    public ClientId standsAt(BusinessId business, ClientId client, long stage, Function<ClientId, String> place) {
        if (marks.stand(business, client.value(), stage, place.apply(client))) {
            return client;
        }
        var standing = new ClientId(rows.standing(business, client.value()).orElseThrow(ClientRows::unknown));
        marks.stand(business, standing.value(), stage, place.apply(standing));
        return standing;
    }

    /** The pipeline tells that the card was put to another place of its column. */
    public void placedAt(BusinessId business, ClientId client, String place) {
        marks.place(business, rows.lock(business, client.value()).id(), place);
    }

    /** As {@link #placedAt}, for clients who were just made; {@code places} in the order of {@code clients}. */
    public void placedAt(BusinessId business, Long[] clients, String[] places) {
        marks.places(business, clients, places);
    }

    /**
     * Messaging tells how many messages of the client's own conversations nobody has read.
     *
     * @param count asked while the client's row is locked, so that of two at the same time the later counts both
     */
    public void unread(BusinessId business, ClientId client, IntSupplier count) {
        long standing = rows.lockWithOwn(business, client.value()).id();
        marks.unread(business, client.value(), standing, count.getAsInt());
    }
}
