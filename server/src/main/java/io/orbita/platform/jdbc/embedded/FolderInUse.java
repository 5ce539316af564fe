package io.orbita.platform.jdbc.embedded;

import io.orbita.platform.StartRefused;
import java.nio.file.Path;

/** Another running process already owns the database folder; two servers on one cluster would destroy it. */
public final class FolderInUse extends StartRefused {
    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder, String owner) {
        super("Another Orbita" + (owner.isEmpty() ? "" : " (process " + owner + ")") + " already uses the database in "
                + folder + ". Stop it first, or start this one with another --data folder.");
    }
}
