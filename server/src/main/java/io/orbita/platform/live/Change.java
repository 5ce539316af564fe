package io.orbita.platform.live;

import io.orbita.platform.tenancy.BusinessId;
import java.util.Set;

/**
 * What changed in one business since the last word about it.
 *
 * @param kind of things: small letters and underscores, at most 30 characters
 * @param ids of the things, at most {@link #MOST}; empty when {@code all}
 * @param clients whose they are, at most {@link #MOST}; may be empty
 * @param all too many to name: whoever shows things of this kind reads them anew
 */
public record Change(BusinessId business, String kind, Set<Long> ids, Set<Long> clients, boolean all) {
    /** So many ids are named, more become {@code all}. */
    public static final int MOST = 100;

    /** Both together. */
    public Change and(Change other) {
        if (all || other.all()) {
            return everything(business, kind);
        }
        var both = new java.util.TreeSet<>(ids);
        both.addAll(other.ids());
        var whose = new java.util.TreeSet<>(clients);
        whose.addAll(other.clients());
        return both.size() > MOST || whose.size() > MOST
                ? everything(business, kind)
                : new Change(business, kind, both, whose, false);
    }

    /** Everything of that kind may have changed. */
    public static Change everything(BusinessId business, String kind) {
        return new Change(business, kind, Set.of(), Set.of(), true);
    }
}
