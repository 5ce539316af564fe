/** What goes out: the queue, its promises, and what becomes of letters that cannot be delivered. */
@NullMarked
package io.orbita.messaging.outbox;

import org.jspecify.annotations.NullMarked;
