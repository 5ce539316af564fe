/** Notices to staff: the list, the chats of staff that are linked by a code, and what their buttons do. */
@NullMarked
package io.orbita.messaging.notices;

import org.jspecify.annotations.NullMarked;
