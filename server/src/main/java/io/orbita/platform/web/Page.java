package io.orbita.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; null on the last one
 * @param total how many there are in all, only when it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable Long total) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** A list that is always whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null, null);
    }

    /**
     * A page cut from a result that was fetched one row longer than the limit.
     *
     * @param cursor makes the cursor from the last row shown
     */
    public static <T> Page<T> cut(List<T> fetched, int limit, Function<T, Cursor> cursor) {
        boolean more = fetched.size() > limit;
        List<T> items = more ? fetched.subList(0, limit) : fetched;
        return new Page<>(
                List.copyOf(items), more ? cursor.apply(items.getLast()).text() : null, null);
    }

    /** The limit to fetch with: 50 when none was asked for, never above 200. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw new Invalid("limit", "range", "От 1 до " + MAX_LIMIT);
        }
        return asked;
    }
}
