package io.orbita.platform.jdbc;

import io.orbita.platform.StartRefused;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to run where row-level security would not hold (as superuser, owner of the tables or with BYPASSRLS), and on a database whose
 * encrypted fields were written with other keys.
 */
@Component
@DependsOnDatabaseInitialization
class DatabaseGuard implements InitializingBean {
    private static final BusinessId ANY = new BusinessId(1);

    private final JdbcClient jdbc;
    private final Vault vault;

    DatabaseGuard(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public void afterPropertiesSet() {
        refuseTooMuchRight();
        refuseOtherKeys();
    }

    private void refuseTooMuchRight() {
        boolean above = jdbc.sql("""
                        select rolsuper or rolbypassrls
                               or exists (select 1 from pg_tables where schemaname = 'platform' and tableowner = current_user)
                          from pg_roles where rolname = current_user
                        """).query(Boolean.class).single();
        if (above) {
            throw new StartRefused(GivenServer.TOO_MUCH_RIGHT);
        }
    }

    private void refuseOtherKeys() {
        String mine = vault.hash(ANY, "platform.key_check", "orbita");
        jdbc.sql("insert into platform.key_check (one, value) values (true, :mine) on conflict (one) do nothing")
                .param("mine", mine)
                .update();
        String theirs = jdbc.sql("select value from platform.key_check")
                .query(String.class)
                .single();
        if (!theirs.equals(mine)) {
            throw new StartRefused(
                    "This database was written with other keys: its phones, e-mails and secrets cannot be"
                            + " read. Point ORBITA_KEY_FILE at the key file that belongs to it");
        }
    }
}
