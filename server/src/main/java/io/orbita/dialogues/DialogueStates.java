package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.dialogues.talk.DialogueState;
import io.orbita.dialogues.talk.States;
import io.orbita.messaging.ConversationId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** What each conversation remembers, from one message to the next. */
@Component
class DialogueStates {
    private static final Logger LOG = LoggerFactory.getLogger(DialogueStates.class);
    private static final String EMPTY = "{}";

    private final JdbcClient jdbc;
    private final Clock clock;

    DialogueStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The state, locked for the rest of the transaction: two steps of one conversation never overlap. */
    DialogueState lock(BusinessId business, ConversationId conversation) {
        jdbc.sql("""
                        insert into dialogues.dialogue (business_id, conversation_id, state, changed_at)
                        values (:business, :conversation, :empty::jsonb, :now)
                        on conflict (business_id, conversation_id) do nothing
                        """)
                .param("business", business.value())
                .param("conversation", conversation.value())
                .param("empty", EMPTY)
                .param("now", Sql.at(clock.instant()))
                .update();
        String state = jdbc.sql("""
                        select state from dialogues.dialogue
                         where business_id = :business and conversation_id = :conversation for update
                        """)
                .param("business", business.value())
                .param("conversation", conversation.value())
                .query(String.class)
                .single();
        return read(business, conversation, state);
    }

    void save(BusinessId business, ConversationId conversation, ClientId client, DialogueState state) {
        jdbc.sql("""
                        update dialogues.dialogue set state = :state::jsonb, client_id = :client, changed_at = :now
                         where business_id = :business and conversation_id = :conversation
                        """)
                .param("state", States.write(state))
                .param("client", client.value())
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("conversation", conversation.value())
                .update();
    }

    /** A state that cannot be read must not silence the conversation for ever: it begins anew, the answers stay in their table. */
    private DialogueState read(BusinessId business, ConversationId conversation, String state) {
        try {
            return States.read(state);
        } catch (JacksonException e) {
            LOG.warn("the state of conversation {} of business {} cannot be read", conversation, business);
            return DialogueState.after(passes(business, conversation));
        }
    }

    private int passes(BusinessId business, ConversationId conversation) {
        return jdbc.sql("""
                        select coalesce(max(number), 0) from dialogues.run
                         where business_id = :business and conversation_id = :conversation
                        """)
                .param("business", business.value())
                .param("conversation", conversation.value())
                .query(Integer.class)
                .single();
    }
}
