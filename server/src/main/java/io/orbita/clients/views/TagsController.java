package io.orbita.clients.views;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tags over the whole base. */
@RestController
@RequestMapping("/api/clients/tags")
@io.swagger.v3.oas.annotations.tags.Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
@Transactional
class TagsController {
    /** A tag and how many have it. */
    record Used(String tag, long clients) {}

    /** {@code to} may be a tag that is there already: then both become one. */
    record Rename(
            @NotBlank @Size(max = 50) String from,
            @NotBlank @Size(max = 50) String to) {}

    record Removal(@NotBlank @Size(max = 50) String tag) {}

    /** How many clients it touched. */
    record Changed(int clients) {}

    private final JdbcClient jdbc;
    private final Audit audit;

    TagsController(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "All tags of the base, the most used first")
    public Page<Used> all(Caller caller) {
        return Page.whole(jdbc.sql("""
                        select tag, count(*) as clients from clients.tag where business_id = :business
                         group by tag order by clients desc, tag limit 1000
                        """)
                .param("business", caller.business().value())
                .query(Used.class)
                .list());
    }

    @PostMapping("/rename")
    @Allowed(value = Role.MANAGER, scope = "clients")
    @Operation(summary = "Rename a tag of all clients; into one that is there already, both become one")
    public Changed rename(Caller caller, @Valid @RequestBody Rename rename) {
        BusinessId business = caller.business();
        String to = rename.to().strip();
        if (to.equals(rename.from())) {
            return new Changed(0);
        }
        jdbc.sql("""
                        insert into clients.tag (business_id, tag, client_id)
                        select business_id, :to, client_id from clients.tag where business_id = :business and tag = :from
                        on conflict do nothing
                        """)
                .param("business", business.value())
                .param("from", rename.from())
                .param("to", to)
                .update();
        int changed = take(business, rename.from());
        audit.record(business, caller.key(), "clients.tag-renamed", "tag", Map.of("clients", changed));
        return new Changed(changed);
    }

    @PostMapping("/remove")
    @Allowed(value = Role.MANAGER, scope = "clients")
    @Operation(summary = "Take a tag from all clients")
    public Changed remove(Caller caller, @Valid @RequestBody Removal removal) {
        int changed = take(caller.business(), removal.tag());
        audit.record(caller.business(), caller.key(), "clients.tag-removed", "tag", Map.of("clients", changed));
        return new Changed(changed);
    }

    private int take(BusinessId business, String tag) {
        return jdbc.sql("""
                        with gone as (delete from clients.tag where business_id = :business and tag = :tag returning client_id)
                        update clients.client c set version = version + 1 from gone
                         where c.business_id = :business and c.id = gone.client_id
                        """)
                .param("business", business.value())
                .param("tag", tag)
                .update();
    }
}
