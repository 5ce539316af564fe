package io.orbita.platform.files;

import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;

/** Where bytes are kept that outlive a process. A file is named by its content, so writing it twice changes nothing. */
public interface FileStore {
    /** Keeps the bytes; returns their name (SHA-256 in hex). They are on disk when this returns. */
    String put(BusinessId business, byte[] bytes);

    /** The bytes of that name, if this business has them. */
    Optional<byte[]> get(BusinessId business, String name);

    /** Removes the file; nothing when it is not there. Ask {@link FileRemoval} unless it is certain that nobody names it. */
    void delete(BusinessId business, String name);
}
