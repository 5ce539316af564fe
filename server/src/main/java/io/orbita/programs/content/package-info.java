/** What a client is given: the exercise table of the template, and the words around it, from templates of our own. */
@NullMarked
package io.orbita.programs.content;

import org.jspecify.annotations.NullMarked;
