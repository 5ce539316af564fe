package io.orbita.programs.template;

import java.util.List;

/**
 * One week of a template.
 *
 * @param number from 1
 * @param deload an easy week: about a fifth less work
 * @param sessions in the order of their days
 */
public record Week(int number, boolean deload, List<Session> sessions) {
    public Week {
        sessions = List.copyOf(sessions);
    }
}
