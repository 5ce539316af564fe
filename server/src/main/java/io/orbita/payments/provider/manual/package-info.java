/** Money that comes past us: cash, a transfer, a terminal on the desk. The staff confirm it. */
@NullMarked
package io.orbita.payments.provider.manual;

import org.jspecify.annotations.NullMarked;
