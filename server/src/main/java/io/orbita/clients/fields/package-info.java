/** The owner's own fields of a client's card: what a key means and which values it takes. */
@NullMarked
package io.orbita.clients.fields;

import org.jspecify.annotations.NullMarked;
