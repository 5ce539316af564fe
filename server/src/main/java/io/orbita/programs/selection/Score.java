package io.orbita.programs.selection;

import io.orbita.programs.template.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a template that may be given suits a client: 100 points at most.
 *
 * <ul>
 *   <li>goal 40, less for a neighbouring goal;
 *   <li>experience 30; a template one step below 18, two steps 8, one step above 8;
 *   <li>days 20; 5 less for each day fewer than asked, 6 for each more;
 *   <li>age 10 inside the band, a point less for each two years outside;
 *   <li>a home template in a gym loses 25; each kind of exchange loses 1, at most 10, each exercise left out 3.
 * </ul>
 */
public record Score(int goal, int experience, int days, int age, int losses) {
    private static final int GOAL = 40;
    private static final int EXPERIENCE = 30;
    private static final int DAYS = 20;
    private static final int AGE = 10;

    static Score of(Template template, Trainee trainee, Fit fit) {
        int above = template.experience().above(trainee.level());
        int experience = switch (above) {
            case 0 -> EXPERIENCE;
            case -1 -> 18;
            case 1, -2 -> 8;
            default -> 0;
        };
        int more = template.daysPerWeek() - trainee.days();
        int days = Math.max(0, DAYS - (more > 0 ? 6 * more : -5 * more));
        int age =
                trainee.age() == null ? AGE : Math.max(0, AGE - (template.ages().distance(trainee.age()) + 1) / 2);
        long leftOut =
                fit.changes().stream().filter(change -> change.to() == null).count();
        int losses = (int) (Math.min(10, fit.changes().size() - leftOut) + 3 * leftOut)
                + (template.place() == trainee.setting().place() ? 0 : 25);
        return new Score(trainee.aim().servedBy(template.goal()) * GOAL / 100, experience, days, age, losses);
    }

    /** The sum; may be below 0. */
    public int total() {
        return goal + experience + days + age - losses;
    }

    /** In which parts the other is better, as words after «уступил»: «по цели», «по дням». */
    List<String> weakerThan(Score other) {
        var parts = new ArrayList<String>();
        if (goal < other.goal) {
            parts.add("по цели");
        }
        if (experience < other.experience) {
            parts.add("по опыту");
        }
        if (days < other.days) {
            parts.add("по числу дней");
        }
        if (age < other.age) {
            parts.add("по возрасту");
        }
        if (losses > other.losses) {
            parts.add("по заменам");
        }
        return parts;
    }

    /** «цель 40 из 40, опыт 18 из 30, дни 20 из 20, возраст 10 из 10, потери на заменах 3». */
    public String text() {
        String text = "цель %d из %d, опыт %d из %d, дни %d из %d, возраст %d из %d"
                .formatted(goal, GOAL, experience, EXPERIENCE, days, DAYS, age, AGE);
        return losses == 0 ? text : text + ", за замены минус " + losses;
    }
}
