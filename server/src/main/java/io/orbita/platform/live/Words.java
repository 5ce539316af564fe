package io.orbita.platform.live;

import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Changes as they go over the database, a line each: {@code 7 move 31,32 12}, with {@code *} for all and {@code -} for none. */
final class Words {
    private static final Pattern LINE =
            Pattern.compile("(\\d{1,18}) ([a-z_]{1,30}) (\\*|-|\\d{1,18}(?:,\\d{1,18})*) (-|\\d{1,18}(?:,\\d{1,18})*)");

    private Words() {}

    static String of(Change change) {
        return change.business() + " " + change.kind() + " " + (change.all() ? "*" : list(change.ids())) + " "
                + list(change.clients());
    }

    /** Empty for what another version of the program may have meant. */
    static Optional<Change> read(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long business = Long.parseLong(matcher.group(1));
        boolean all = matcher.group(3).equals("*");
        return business == 0
                ? Optional.empty()
                : Optional.of(new Change(
                        new BusinessId(business),
                        matcher.group(2),
                        all ? Set.of() : set(matcher.group(3)),
                        set(matcher.group(4)),
                        all));
    }

    private static String list(Set<Long> ids) {
        return ids.isEmpty() ? "-" : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Set<Long> set(String list) {
        Set<Long> ids = new TreeSet<>();
        if (!list.equals("-")) {
            for (String id : list.split(",", -1)) {
                ids.add(Long.parseLong(id));
            }
        }
        return ids;
    }
}
