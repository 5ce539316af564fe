package io.orbita.clients.imports;

import io.orbita.clients.Identity;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a line; the dry run and the real one decide here.
 *
 * @param client whose card it is, when it is somebody's
 */
record Decision(Outcome outcome, @Nullable Long client, List<String> reasons) {
    /** As it is stored, in small letters. */
    enum Outcome {
        CREATED,
        UPDATED,
        SKIPPED,
        REJECTED
    }

    /**
     * @param holders whom each verified phone and e-mail belongs to, lines before this one included
     */
    static Decision of(RowReader.Parsed row, Map<Identity, Long> holders, String policy) {
        if (!row.reasons().isEmpty()) {
            return new Decision(Outcome.REJECTED, null, row.reasons());
        }
        var found = new TreeSet<Long>();
        row.identities().forEach(identity -> {
            Long holder = holders.get(identity);
            if (holder != null) {
                found.add(holder);
            }
        });
        if (found.size() > 1) {
            return new Decision(Outcome.REJECTED, null, List.of("row.two-clients"));
        }
        if (found.isEmpty()) {
            return new Decision(Outcome.CREATED, null, List.of());
        }
        return new Decision(policy.equals("skip") ? Outcome.SKIPPED : Outcome.UPDATED, found.first(), List.of());
    }

    /** Writes down whose the phones and e-mails of the line are from now on. */
    void settle(RowReader.Parsed row, Map<Identity, Long> holders, long client) {
        if (outcome == Outcome.CREATED || outcome == Outcome.UPDATED) {
            row.identities().forEach(identity -> holders.put(identity, client));
        }
    }
}
