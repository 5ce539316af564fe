-- When people began to talk with the bot is asked for by time.
create index conversation_by_beginning on messaging.conversation (business_id, created_at);
