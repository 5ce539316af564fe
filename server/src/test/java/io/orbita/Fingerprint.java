package io.orbita;

import io.orbita.businesses.Business;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a business has in every table, as one hash a table: two equal fingerprints mean that nothing was written in between. */
public class Fingerprint {
    private final World world;
    private final JdbcClient jdbc;

    Fingerprint(World world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
    }

    /** The tables of this business by name, without sign-in rows, which reading leaves behind too. */
    public Map<String, String> of(Business business) {
        List<String> tables = jdbc.sql("""
                        select n.nspname || '.' || c.relname
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attname = 'business_id'
                         where c.relkind = 'r' and c.relrowsecurity
                        """).query(String.class).list();
        Map<String, String> hashes = new TreeMap<>();
        for (String table : tables) {
            hashes.put(
                    table,
                    world.in(
                            business,
                            () -> jdbc.sql(
                                            "select count(*) || ':' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from "
                                                    + table + " t")
                                    .query(String.class)
                                    .single()));
        }
        return hashes;
    }
}
