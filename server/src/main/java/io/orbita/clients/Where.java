package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a list: constant texts of the code, chosen by what the caller asked for; values are always parameters. */
final class Where {
    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * @param business whose rows; {@code column} is its column, the first condition of all
     */
    Where(String column, BusinessId business) {
        sql.append(" where ").append(column).append(" = :business");
        parameters.put("business", business.value());
    }

    Where and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    /** Left out when there is no value. */
    Where and(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : and(condition).with(parameter, value);
    }

    /** A further parameter of a condition. */
    Where with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
