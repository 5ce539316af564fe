package io.orbita.programs.exercise;

import io.orbita.programs.template.Experience;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One exercise of the catalogue.
 *
 * @param needs every group must be met by at least one of its things: «гантели/гиря | скамья»
 * @param risks for whom it is not
 * @param substitutes names in the catalogue, best first, lighter towards the end
 * @param level the least experience it asks for
 * @param load where the starting weight comes from; null for work without a weight
 * @param cue one sentence on technique
 */
public record Exercise(
        String name,
        List<String> aliases,
        String pattern,
        List<Set<Equipment>> needs,
        Set<Risk> risks,
        List<String> substitutes,
        Experience level,
        Effort effort,
        @Nullable LoadRule load,
        String cue) {
    public Exercise {
        aliases = List.copyOf(aliases);
        needs = List.copyOf(needs);
        risks = Set.copyOf(risks);
        substitutes = List.copyOf(substitutes);
    }

    /** Whether both do the same job: a push for a push, a pull for a pull, the back of the leg for the back of the leg. */
    public boolean standsInFor(Exercise other) {
        return family().equals(other.family());
    }

    private String family() {
        return switch (pattern) {
            case "Таз-доминант", "Задняя поверхность бедра", "Ягодицы" -> "задняя цепь";
            case "Толчок горизонтальный", "Толчок вертикальный", "Трицепс" -> "толчок";
            case "Тяга горизонтальная", "Тяга вертикальная" -> "тяга";
            default -> pattern;
        };
    }

    /** Whether it can be done with these things. */
    public boolean possibleWith(Set<Equipment> equipment) {
        return needs.stream().noneMatch(group -> Collections.disjoint(group, equipment));
    }

    /** Whether none of these risks forbids it. */
    public boolean safeFor(Set<Risk> present) {
        return Collections.disjoint(risks, present);
    }
}
