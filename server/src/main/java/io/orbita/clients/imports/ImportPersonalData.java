package io.orbita.clients.imports;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of files that speak of a person. */
@Component
class ImportPersonalData implements PersonalData {
    private record Spot(long importId, int chunk, int line) {}

    private final JdbcClient jdbc;
    private final Clients clients;
    private final ImportRows imports;

    ImportPersonalData(JdbcClient jdbc, Clients clients, ImportRows imports) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.imports = imports;
    }

    @Override
    public String part() {
        return "imports";
    }

    @Override
    public Map<String, Object> export(BusinessId business, ClientId client) {
        List<Map<String, Object>> lines = new ArrayList<>();
        spots(business, client)
                .forEach(spot -> imports.lines(business, spot.importId(), spot.chunk()).stream()
                        .filter(line -> line.line() == spot.line())
                        .forEach(line -> lines.add(
                                Map.of("import", spot.importId(), "line", line.line(), "cells", line.cells()))));
        return Map.of("lines", lines);
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        Map<Long, Map<Integer, Set<Integer>>> lines = new HashMap<>();
        spots(business, client)
                .forEach(spot -> lines.computeIfAbsent(spot.importId(), _ -> new HashMap<>())
                        .computeIfAbsent(spot.chunk(), _ -> new HashSet<>())
                        .add(spot.line()));
        lines.forEach((id, chunks) -> chunks.forEach((chunk, gone) -> {
            List<Table.Line> left = imports.lines(business, id, chunk).stream()
                    .map(line -> gone.contains(line.line()) ? new Table.Line(line.line(), List.of()) : line)
                    .toList();
            if (!left.isEmpty()) {
                imports.chunk(business, id, chunk, left);
            }
        }));
        jdbc.sql("""
                        update clients.import_row set before = null, after = null
                         where business_id = :business and client_id = any(:members)
                        """)
                .param("business", business.value())
                .param("members", clients.members(business, client).toArray(Long[]::new))
                .update();
    }

    private List<Spot> spots(BusinessId business, ClientId client) {
        return jdbc.sql("""
                        select import_id, chunk, line from clients.import_row
                         where business_id = :business and client_id = any(:members) order by import_id, line
                        """)
                .param("business", business.value())
                .param("members", clients.members(business, client).toArray(Long[]::new))
                .query(Spot.class)
                .list();
    }
}
