package io.orbita.platform.files;

import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Collection;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes files that nobody names any more: after the transaction that took their names away, and also when the process died in between. */
@Component
public class FileRemoval implements Due {
    private final FileStore files;
    private final DueWork due;
    private final ObjectProvider<FileUse> rooms;
    private final TransactionTemplate transaction;

    FileRemoval(FileStore files, DueWork due, ObjectProvider<FileUse> rooms, TransactionTemplate transaction) {
        this.files = files;
        this.due = due;
        this.rooms = rooms;
        this.transaction = transaction;
    }

    /** These files are needed no longer by who calls; each goes when no room names it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(BusinessId business, Collection<String> names) {
        names.forEach(name -> due.now(kind(), business, name));
    }

    @Override
    public String kind() {
        return "files.remove";
    }

    @Override
    public void run(BusinessId business, String name) {
        boolean used = Objects.requireNonNull(
                transaction.execute(_ -> rooms.stream().anyMatch(room -> room.uses(business, name))));
        if (!used) {
            files.delete(business, name);
        }
    }
}
