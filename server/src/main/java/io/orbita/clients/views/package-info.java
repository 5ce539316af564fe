/** Saved views of the list of clients, and the tags of the base. */
@NullMarked
package io.orbita.clients.views;

import org.jspecify.annotations.NullMarked;
