package io.orbita.clients.spi;

import io.orbita.platform.tenancy.BusinessId;
import java.util.Map;

/** The pipeline names its stages for lists of clients. */
public interface StageNames {
    /** A stage as it is shown. {@code role} is empty for an owner's own stage. */
    record Stage(long id, String name, String role) {}

    /** All stages of the business by id. */
    Map<Long, Stage> stages(BusinessId business);
}
