package io.orbita.programs.template;

import java.util.List;

/**
 * One training session.
 *
 * @param day its number in the week, from 1
 * @param name «Фулбоди A»
 * @param microcycle «FB» or «UL»; may be empty
 * @param exercises in the order they are done, at least one
 */
public record Session(int day, String name, String microcycle, List<Prescription> exercises) {
    public Session {
        exercises = List.copyOf(exercises);
    }
}
