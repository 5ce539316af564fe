package io.orbita.programs.template;

import java.util.List;

/**
 * A whole programme of the owner's for one kind of client.
 *
 * @param profile the owner's id («Women_1»), unique in a library, never shown to clients
 * @param weeks numbered 1, 2, … without holes, at least one
 */
public record Template(
        String profile, Gender gender, AgeBand ages, Goal goal, Experience experience, Place place, List<Week> weeks) {
    public Template {
        weeks = List.copyOf(weeks);
        if (weeks.isEmpty()) {
            throw new IllegalArgumentException("a template without weeks: " + profile);
        }
    }

    /** Sessions of the first week: how many days a week this template asks for. */
    public int daysPerWeek() {
        return weeks.getFirst().sessions().size();
    }

    /** «похудение · новичок · дом · 3 в неделю · 17-45»: what staff see of a template. */
    public String summary() {
        return String.join(
                " · ", goal.text(), experience.text(), place.text(), daysPerWeek() + " в неделю", ages.text() + " лет");
    }
}
