/**
 * What every room stands on: tenancy, time, the database, secrets, due work, files, text, the shape of answers. No business noun lives
 * here. Each sub-package is a named interface.
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
package io.orbita.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
