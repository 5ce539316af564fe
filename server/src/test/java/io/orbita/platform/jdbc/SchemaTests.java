package io.orbita.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules that keep tenants apart and let the schema be spread over many machines, asked of the database itself. */
@OrbitaTest
class SchemaTests {
    /** Tables that hold a business id but belong to the platform: ids and times only, or the list of businesses itself. */
    private static final String PLATFORM_TABLES =
            "('platform.due', 'platform.event_log', 'businesses.login', 'businesses.web_origin', 'messaging.bot_owner', 'messaging.vk_owner', 'public.flyway_history')";

    private static final String TENANT_TABLES = """
            select c.oid, n.nspname || '.' || c.relname as name
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'business_id' and not a.attisdropped
             where c.relkind = 'r' and n.nspname || '.' || c.relname not in\s""" + PLATFORM_TABLES;

    private final JdbcClient jdbc;

    SchemaTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    @Test
    void every_tenant_table_has_forced_row_level_security_and_a_policy() {
        assertThat(names("with t as (" + TENANT_TABLES + """
                ) select t.name from t join pg_class c on c.oid = t.oid
                   where not (c.relrowsecurity and c.relforcerowsecurity)
                      or not exists (select 1 from pg_policy p where p.polrelid = t.oid
                                        and pg_get_expr(p.polqual, p.polrelid) like '%app.business_id%')
                """)).isEmpty();
        assertThat(names("select name from (" + TENANT_TABLES + ") t"))
                .contains("businesses.staff", "businesses.audit");
    }

    @Test
    void every_key_and_unique_index_of_a_tenant_table_begins_with_the_business() {
        assertThat(names("with t as (" + TENANT_TABLES + """
                ) select t.name || ': ' || i.indexrelid::regclass from t join pg_index i on i.indrelid = t.oid
                   where i.indisunique
                     and (select attname from pg_attribute where attrelid = t.oid and attnum = i.indkey[0]) <> 'business_id'
                """)).isEmpty();
    }

    @Test
    void every_tenant_table_has_a_primary_key() {
        assertThat(names("with t as (" + TENANT_TABLES + """
                ) select t.name from t
                   where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)
                """)).isEmpty();
    }

    @Test
    void a_foreign_key_of_a_tenant_table_cannot_reach_another_tenant() {
        assertThat(names("with t as (" + TENANT_TABLES + """
                ) select t.name || ': ' || k.conname from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
                   where not exists (select 1 from pg_attribute a
                                      where a.attrelid = t.oid and a.attname = 'business_id' and a.attnum = any (k.conkey))
                """)).isEmpty();
    }

    @Test
    void no_column_is_an_identity_column() {
        assertThat(names("""
                select attrelid::regclass || '.' || attname from pg_attribute
                 where attidentity <> '' and attrelid::regclass::text not like 'pg_%'
                """)).isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_cannot_pass_row_level_security() {
        assertThat(jdbc.sql("""
                        select rolsuper or rolbypassrls or rolcreaterole
                               or exists (select 1 from pg_class c where c.relowner = r.oid)
                          from pg_roles r where rolname = current_user
                        """).query(Boolean.class).single()).isFalse();
    }
}
