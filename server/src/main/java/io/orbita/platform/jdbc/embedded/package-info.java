/**
 * The PostgreSQL server that Orbita brings along: binaries from a Maven artefact, run as a child process.
 *
 * <p>Invariants: one process owns a folder at a time; a folder is either empty, whole or repaired at the next start;
 * the server never outlives its owner by more than a moment and listens on 127.0.0.1 only; it never runs as root.
 *
 * <p>The bundle (18.6) ships initdb, pg_ctl and postgres, but no pg_dump, psql or pg_upgrade. Of the extensions it has,
 * the database owner may create by itself (they are "trusted"): btree_gin, btree_gist, citext, cube, dict_int,
 * fuzzystrmatch, hstore, intarray, isn, lo, ltree, pg_trgm, pgcrypto, seg, tablefunc, tcn, tsm_system_rows,
 * tsm_system_time, unaccent, uuid-ossp. Only a superuser may create the others, such as pg_stat_statements.
 */
@NullMarked
package io.orbita.platform.jdbc.embedded;

import org.jspecify.annotations.NullMarked;
