/** What the bot says: every phrase in one resource, chosen by name, filled in with plain text and never with markup. */
@NullMarked
package io.orbita.dialogues.wording;

import org.jspecify.annotations.NullMarked;
