package io.orbita.pipeline;

import io.orbita.clients.spi.StageNames;
import io.orbita.platform.jdbc.BriefMemory;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The stages in the database. */
@Component
class StageRows implements StageNames {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final BriefMemory<BusinessId, StageList> memory = new BriefMemory<>(5_000);

    StageRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Stage> stages(BusinessId business) {
        var names = new LinkedHashMap<Long, Stage>();
        list(business).stages().forEach(row -> names.put(row.id(), new Stage(row.id(), row.name(), row.role())));
        return names;
    }

    /**
     * A stage that somebody was just seen at.
     *
     * @throws IllegalStateException when there is no such stage
     */
    Stage named(BusinessId business, long stage) {
        if (list(business).find(stage).isEmpty()) {
            // It was made on another node a moment ago.
            memory.forget();
        }
        StageRow row = list(business).get(stage);
        return new Stage(row.id(), row.name(), row.role());
    }

    /** As of two seconds ago when another node has changed it since; a move {@linkplain #hold holds} its stage, a change {@linkplain #lockList the list}. */
    StageList list(BusinessId business) {
        return memory.get(business, this::read);
    }

    private StageList read(BusinessId business) {
        return new StageList(jdbc.sql("""
                        select id, name, role, description, colour, hue, norm_days, rank, removed_at is not null as removed from pipeline.stage
                         where business_id = :business order by removed_at is not null, rank, id
                        """)
                .param("business", business.value())
                .query(StageRow.class)
                .list());
    }

    @Transactional(readOnly = true)
    List<StageRow> alive(BusinessId business) {
        return list(business).alive();
    }

    /** Keeps a stage from being removed until the transaction ends; false when it is removed already. */
    boolean hold(BusinessId business, long stage) {
        boolean held = jdbc.sql("""
                        select id from pipeline.stage
                         where business_id = :business and id = :stage and removed_at is null for key share
                        """)
                .param("business", business.value())
                .param("stage", stage)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!held || list(business).find(stage).isEmpty()) {
            // Another node has removed or made it a moment ago: whoever looks further must not go by what was before.
            memory.forget();
        }
        return held;
    }

    /** Drags within one column come one after another. */
    void lockOrder(BusinessId business, long stage) {
        jdbc.sql("select id from pipeline.stage where business_id = :business and id = :stage for no key update")
                .param("business", business.value())
                .param("stage", stage)
                .query(Long.class)
                .list();
    }

    /** Changes of the list of stages come one after another. */
    void lockList(BusinessId business) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('pipeline.stages', :business))")
                .param("business", business.value())
                .query((_, _) -> true)
                .single();
        memory.forget();
    }

    /** Waits for the moves that are on their way to the stage, and lets no other begin. */
    void lockOut(BusinessId business, long stage) {
        jdbc.sql("select id from pipeline.stage where business_id = :business and id = :stage for update")
                .param("business", business.value())
                .param("stage", stage)
                .query(Long.class)
                .list();
    }

    long insert(BusinessId business, StageChanges.Words words, int rank) {
        memory.forget();
        return jdbc.sql("""
                        insert into pipeline.stage (business_id, name, role, description, colour, hue, norm_days, rank, created_at)
                        values (:business, :name, :role, :description, :colour, :hue, :norm, :rank, :now) returning id
                        """)
                .param("business", business.value())
                .params(parameters(words))
                .param("rank", rank)
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .single();
    }

    void update(BusinessId business, long stage, StageChanges.Words words) {
        memory.forget();
        jdbc.sql("""
                        update pipeline.stage
                           set name = :name, role = :role, description = :description, colour = :colour, hue = :hue, norm_days = :norm
                         where business_id = :business and id = :stage
                        """)
                .param("business", business.value())
                .param("stage", stage)
                .params(parameters(words))
                .update();
    }

    private static Map<String, @Nullable Object> parameters(StageChanges.Words words) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("name", words.name());
        parameters.put("role", words.role());
        parameters.put("description", words.description());
        parameters.put("colour", words.colour());
        parameters.put("hue", words.hue().code());
        parameters.put("norm", words.normDays());
        return parameters;
    }

    void rank(BusinessId business, long stage, int rank) {
        memory.forget();
        jdbc.sql("update pipeline.stage set rank = :rank where business_id = :business and id = :stage")
                .param("business", business.value())
                .param("stage", stage)
                .param("rank", rank)
                .update();
    }

    void remove(BusinessId business, long stage) {
        memory.forget();
        jdbc.sql("update pipeline.stage set removed_at = :now where business_id = :business and id = :stage")
                .param("business", business.value())
                .param("stage", stage)
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
