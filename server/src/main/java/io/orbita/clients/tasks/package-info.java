/** What staff has to do: tasks with dates, what is due today, and the rules by which an action plans the next contact and moves a client forward. */
@NullMarked
package io.orbita.clients.tasks;

import org.jspecify.annotations.NullMarked;
