package io.orbita.messaging.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A letter that keeps its own id and knows whether its text has begun to leave: from then on it may have been taken. */
final class TracedLetter extends MimeMessage {
    private final String messageId;
    private boolean left;

    TracedLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignoredHeaders) throws IOException, MessagingException {
        left = true;
        super.writeTo(out, ignoredHeaders);
    }

    boolean left() {
        return left;
    }
}
