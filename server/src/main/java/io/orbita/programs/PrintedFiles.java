package io.orbita.programs;

import io.orbita.platform.files.FileRemoval;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.files.FileUse;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The printed programmes in the file store. */
@Component
class PrintedFiles implements FileUse {
    private final JdbcClient jdbc;
    private final FileStore store;
    private final FileRemoval removal;

    PrintedFiles(JdbcClient jdbc, FileStore store, FileRemoval removal) {
        this.jdbc = jdbc;
        this.store = store;
        this.removal = removal;
    }

    Optional<byte[]> get(BusinessId business, String file) {
        return store.get(business, file);
    }

    /** The files of all versions of these clients' programmes go. */
    void remove(BusinessId business, Collection<Long> clients) {
        removal.ask(
                business,
                jdbc.sql("""
                        select distinct v.file from programs.version v
                          join programs.program p on p.business_id = v.business_id and p.id = v.program_id
                         where v.business_id = :business and p.client_id = any(:clients) and v.file is not null
                        """)
                        .param("business", business.value())
                        .param("clients", clients.toArray(Long[]::new))
                        .query(String.class)
                        .list());
    }

    @Override
    public boolean uses(BusinessId business, String name) {
        return jdbc.sql("select exists (select from programs.version where business_id = :business and file = :name)")
                .param("business", business.value())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
