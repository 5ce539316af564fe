package io.orbita.platform.files;

import io.orbita.platform.tenancy.BusinessId;

/** Each room that keeps names of files says whether it needs one: equal bytes are one file, whoever put them. */
public interface FileUse {
    /** Whether a row of the room names the file. Inside the business and a transaction. */
    boolean uses(BusinessId business, String name);
}
