package io.orbita.messaging.notices;

import io.orbita.businesses.Staff;
import io.orbita.businesses.StaffMember;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which chats are those of staff users. A chat becomes one by a code that works once, within a quarter of an hour. */
@Component
@Transactional
public class StaffLinks {
    /** A payload that begins so is a code. */
    public static final String MARK = "staff_";

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int LENGTH = 20;

    /** A code that was made: what follows {@code /start}, and until when it works. */
    public record Code(String payload, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Staff staff;
    private final Vault vault;
    private final Clock clock;

    StaffLinks(JdbcClient jdbc, Staff staff, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.vault = vault;
        this.clock = clock;
    }

    /** A new code for the staff user; earlier ones of theirs stop working. */
    public Code issue(BusinessId business, long user) {
        var code = PublicId.random(LENGTH);
        Instant expires = clock.instant().plus(LIFE);
        jdbc.sql("delete from messaging.link_code where business_id = :business and staff_id = :user")
                .param("business", business.value())
                .param("user", user)
                .update();
        jdbc.sql("""
                        insert into messaging.link_code (business_id, code_hash, staff_id, expires_at)
                        values (:business, :hash, :user, :expires)
                        """)
                .param("business", business.value())
                .param("hash", hash(business, code))
                .param("user", user)
                .param("expires", Sql.at(expires))
                .update();
        return new Code(MARK + code, expires);
    }

    /** The chat belongs to the staff user of the code from now on; empty when the code is wrong, used or too old. */
    public Optional<StaffMember> link(BusinessId business, long conversation, String payload) {
        if (!payload.startsWith(MARK)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<StaffMember> member = jdbc.sql("""
                        update messaging.link_code set used_at = :now
                         where business_id = :business and code_hash = :hash and used_at is null and expires_at > :now
                        returning staff_id
                        """)
                .param("now", Sql.at(now))
                .param("business", business.value())
                .param("hash", hash(business, payload.substring(MARK.length())))
                .query(Long.class)
                .optional()
                .flatMap(user -> staff.find(business, user));
        member.ifPresent(it -> jdbc.sql("""
                        insert into messaging.staff_chat (business_id, conversation_id, staff_id, linked_at)
                        values (:business, :conversation, :user, :now)
                        on conflict (business_id, conversation_id) do update
                           set staff_id = excluded.staff_id, linked_at = excluded.linked_at, answering = null
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .param("user", it.id())
                .param("now", Sql.at(now))
                .update());
        return member;
    }

    /** The active staff user whose chat this is. */
    @Transactional(readOnly = true)
    public Optional<StaffMember> of(BusinessId business, long conversation) {
        return jdbc.sql("""
                        select staff_id from messaging.staff_chat
                         where business_id = :business and conversation_id = :conversation
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .query(Long.class)
                .optional()
                .flatMap(user -> staff.find(business, user));
    }

    /** A chat of an active staff user that takes messages. */
    record Chat(long conversation, StaffMember member) {}

    @Transactional(readOnly = true)
    List<Chat> chats(BusinessId business) {
        record Row(long conversation, long user) {}
        return jdbc.sql("""
                        select s.conversation_id as conversation, s.staff_id as user
                          from messaging.staff_chat s
                          join messaging.conversation c on c.business_id = s.business_id and c.id = s.conversation_id
                         where s.business_id = :business and c.reachable
                         order by s.linked_at, s.conversation_id
                        """).param("business", business.value()).query(Row.class).list().stream()
                .flatMap(row ->
                        staff.find(business, row.user()).map(member -> new Chat(row.conversation(), member)).stream())
                .toList();
    }

    /** The next text in this chat answers in that conversation; null ends it. */
    void answering(BusinessId business, long conversation, @Nullable Long client) {
        jdbc.sql("""
                        update messaging.staff_chat set answering = :client
                         where business_id = :business and conversation_id = :conversation
                        """)
                .param("client", client)
                .param("business", business.value())
                .param("conversation", conversation)
                .update();
    }

    /** Whom the next text in this chat answers. */
    @Transactional(readOnly = true)
    Optional<Long> answering(BusinessId business, long conversation) {
        return jdbc.sql("""
                        select answering from messaging.staff_chat
                         where business_id = :business and conversation_id = :conversation and answering is not null
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .query(Long.class)
                .optional();
    }

    /** No chat of this user gets notices any more. */
    void unlink(BusinessId business, long user) {
        jdbc.sql("delete from messaging.staff_chat where business_id = :business and staff_id = :user")
                .param("business", business.value())
                .param("user", user)
                .update();
    }

    private String hash(BusinessId business, String code) {
        return vault.hash(business, "messaging.link-code", code);
    }
}
