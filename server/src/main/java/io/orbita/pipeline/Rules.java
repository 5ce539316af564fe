package io.orbita.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of the automatic moves, in one place and pure: the same answer for the same facts, whenever they come. */
final class Rules {
    private Rules() {}

    /**
     * What is known of the client besides where they stand.
     *
     * @param purchases completed payments before this happening
     * @param deliveries paid programmes delivered before this happening
     */
    record Past(int purchases, int deliveries) {}

    /**
     * The role of the stage that the client goes to, or nothing.
     *
     * @param at the role where the client stands ({@link StageList#roleAt}); null for nowhere yet
     */
    static Optional<StageRole> move(Happening happening, @Nullable StageRole at, Past past) {
        StageRole to = happening.leadsTo();
        if (at == null) {
            return happening == Happening.WEEKS_OVER || happening == Happening.RETURNED
                    ? Optional.empty()
                    : Optional.of(to);
        }
        boolean goes = switch (at) {
            case INACTIVE -> happening.byClient() && !late(happening, past);
            case FINISHED -> happening == Happening.PAYMENT_COMPLETED && !late(happening, past);
            case ACTIVE -> happening == Happening.WEEKS_OVER;
            case FIRST_CONTACT, CONSULTATION, DECIDING, PURCHASED ->
                happening != Happening.WEEKS_OVER && to.compareTo(at) > 0;
        };
        return goes ? Optional.of(to) : Optional.empty();
    }

    /** The purchase cycle after so many completed payments: everybody begins in the first. */
    static int cycle(int purchases) {
        return Math.max(1, purchases);
    }

    /** A payment whose programme was delivered before it was told of buys nothing new. */
    private static boolean late(Happening happening, Past past) {
        return happening == Happening.PAYMENT_COMPLETED && past.deliveries() > past.purchases();
    }

    /** Of two cards of one person, whether the other one stands further; inactive is further than nothing. */
    static boolean further(@Nullable StageRole other, @Nullable StageRole than) {
        return advance(other) > advance(than);
    }

    private static int advance(@Nullable StageRole role) {
        return role == null ? -1 : role == StageRole.INACTIVE ? 0 : 1 + role.ordinal();
    }
}
