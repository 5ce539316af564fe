/**
 * Tables given out as files: streamed, however long, as CSV or XLSX, by a signed link that lives five minutes. No cell of a CSV begins like a formula; cells of an XLSX are
 * texts and numbers by type.
 */
@NullMarked
package io.orbita.clients.exports;

import org.jspecify.annotations.NullMarked;
