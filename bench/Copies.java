import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A large base in minutes: a thousand people come in through the public door, the others are copies of them, laid out by SQL. */
final class Copies {
    private static final int REAL = 1_000;

    private Copies() {}

    /** The first ten thousand. */
    static void tenThousand(Server server, Connection database) throws Exception {
        People.create(server, 0, REAL);
        copy(database, 9, REAL);
    }

    /** So many times the first people again: each copy has an id, a name, words, phones and a card of its own. */
    static void copy(Connection database, int times, int size) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (int round = 0; round < times; round++) {
                System.err.println("copies, round " + (round + 1) + " of " + times);
                statement.execute("drop table if exists pg_temp.twin");
                statement.execute("""
                        create temp table twin as
                        select business_id, id as old, nextval('clients.client_id_seq') as new
                          from (select business_id, id from clients.client where merged_into is null order by id limit %d) first
                        """.formatted(size));
                into(statement, "clients.client", "id", "t.new", "stands_as", "t.new", "name", "s.name || ' ' || t.new", "created_at", "s.created_at - random() * interval '700 days'");
                into(statement, "clients.identity", "id", "nextval('clients.identity_id_seq')", "client_id", "t.new", "hash", "md5(s.hash || t.new) || md5(t.new || s.hash)");
                into(statement, "clients.word", "client_id", "t.new");
                into(statement, "clients.tag", "client_id", "t.new");
                into(statement, "pipeline.card", "client_id", "t.new");
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("""
                    insert into clients.phone_tail
                    select i.business_id, md5(i.hash || n), i.id from clients.identity i cross join generate_series(4, 10) n
                     where i.kind = 'PHONE' and not exists (select from clients.phone_tail t where t.business_id = i.business_id and t.identity_id = i.id)
                    """);
        }
        analyse(database);
    }

    /** Copies the rows of a table for each twin, with some columns changed. */
    private static void into(Statement statement, String table, String... changes) throws Exception {
        List<String> columns = new ArrayList<>();
        String[] parts = table.split("\\.");
        try (var names = statement.executeQuery("""
                select column_name from information_schema.columns
                 where table_schema = '%s' and table_name = '%s' and is_generated = 'NEVER' order by ordinal_position
                """.formatted(parts[0], parts[1]))) {
            while (names.next()) {
                columns.add(names.getString(1));
            }
        }
        String owner = table.equals("clients.client") ? "id" : "client_id";
        String values = columns.stream()
                .map(column -> {
                    for (int i = 0; i < changes.length; i += 2) {
                        if (changes[i].equals(column)) {
                            return changes[i + 1];
                        }
                    }
                    return "s." + column;
                })
                .collect(Collectors.joining(", "));
        statement.execute("insert into %s (%s) select %s from %s s join pg_temp.twin t on t.business_id = s.business_id and t.old = s.%s"
                .formatted(table, String.join(", ", columns), values, table, owner));
    }

    private static void analyse(Connection database) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }
}
