package io.orbita.journal;

import static io.orbita.platform.jdbc.Sql.at;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.orbita.platform.files.FileUse;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos beside measurements; the bytes lie in the file store. */
@Component
class PhotoRows implements FileUse {
    private final JdbcClient jdbc;

    PhotoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A photo.
     *
     * @param view {@code front}, {@code side} or {@code back}
     * @param file its name in the file store, never shown
     */
    record Photo(
            long id,
            @JsonIgnore long entry,
            String view,
            String mimeType,
            int bytes,
            @JsonIgnore String file,
            Instant at) {}

    long add(
            BusinessId business,
            long entry,
            String view,
            String mimeType,
            int bytes,
            String file,
            @Nullable Long by,
            Instant now) {
        return jdbc.sql("""
                        insert into journal.photo (business_id, entry_id, view, mime_type, bytes, file, by_user, at)
                        values (:business, :entry, :view, :mimeType, :bytes, :file, :by, :now) returning id
                        """)
                .param("business", business.value())
                .param("entry", entry)
                .param("view", view)
                .param("mimeType", mimeType)
                .param("bytes", bytes)
                .param("file", file)
                .param("by", by)
                .param("now", at(now))
                .query(Long.class)
                .single();
    }

    Map<Long, List<Photo>> of(BusinessId business, Collection<Long> entries) {
        return jdbc
                .sql("""
                        select id, entry_id as entry, view, mime_type, bytes, file, at from journal.photo
                         where business_id = :business and entry_id = any(:entries) order by id
                        """)
                .param("business", business.value())
                .param("entries", entries.toArray(Long[]::new))
                .query(Photo.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Photo::entry));
    }

    Optional<Photo> find(BusinessId business, long entry, long photo) {
        return of(business, List.of(entry)).getOrDefault(entry, List.of()).stream()
                .filter(found -> found.id() == photo)
                .findFirst();
    }

    void remove(BusinessId business, long photo) {
        jdbc.sql("delete from journal.photo where business_id = :business and id = :photo")
                .param("business", business.value())
                .param("photo", photo)
                .update();
    }

    /** The files of all photos of these clients. */
    List<String> files(BusinessId business, Collection<Long> clients) {
        return jdbc.sql("""
                        select distinct p.file from journal.photo p
                          join journal.entry e on e.business_id = p.business_id and e.id = p.entry_id
                         where p.business_id = :business and e.client_id = any(:clients)
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    @Override
    public boolean uses(BusinessId business, String name) {
        return jdbc.sql("select exists (select from journal.photo where business_id = :business and file = :name)")
                .param("business", business.value())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
