/** Work on many cards at once: chosen by ids or by a filter, done in batches that outlive a crash, reported, undone. */
@NullMarked
package io.orbita.clients.bulk;

import org.jspecify.annotations.NullMarked;
