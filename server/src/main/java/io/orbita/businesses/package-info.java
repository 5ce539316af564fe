/** Tenants, staff, roles, sign-in, API keys, the audit trail and the settings of a business. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform::*"})
package io.orbita.businesses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
