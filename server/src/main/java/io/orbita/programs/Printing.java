package io.orbita.programs;

import io.orbita.businesses.Businesses;
import io.orbita.messaging.Messaging;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.content.ProgramContent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Prints a content and keeps the file. Takes tens of milliseconds: call it outside a transaction. */
@Component
class Printing {
    /** How the bot is opened from a printed page. */
    private static final String PAYLOAD = "src_pdf";

    private final Workshop workshop;
    private final FileStore files;
    private final Businesses businesses;
    private final Messaging messaging;
    private final TransactionTemplate transaction;

    Printing(
            Workshop workshop,
            FileStore files,
            Businesses businesses,
            Messaging messaging,
            TransactionTemplate transaction) {
        this.workshop = workshop;
        this.files = files;
        this.businesses = businesses;
        this.messaging = messaging;
        this.transaction = transaction;
    }

    /** The file's name in the store; the same content has the same file. */
    String printed(BusinessId business, ProgramContent content) {
        String link =
                transaction.execute(_ -> messaging.botLink(business, PAYLOAD).orElse(""));
        byte[] pdf =
                workshop.print(content, businesses.get(business).name(), link == null || link.isEmpty() ? null : link);
        return files.put(business, pdf);
    }
}
