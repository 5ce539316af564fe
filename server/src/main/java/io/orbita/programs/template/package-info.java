/** What an owner's sheet describes: templates of programmes, in the words of the sheet. */
@NullMarked
package io.orbita.programs.template;

import org.jspecify.annotations.NullMarked;
