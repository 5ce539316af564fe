package io.orbita.programs;

import io.orbita.programs.content.ProgramContent;
import java.util.List;

/** How a client calls the movements of a programme. */
final class Movements {
    private Movements() {}

    static List<Programs.Movement> of(ProgramContent content, int week) {
        return content.weeks().stream()
                .filter(one -> one.number() >= week)
                .flatMap(one -> one.sessions().stream())
                .flatMap(session -> session.exercises().stream())
                .map(ProgramContent.Exercise::pattern)
                .filter(pattern -> !pattern.isBlank())
                .distinct()
                .map(pattern -> new Programs.Movement(pattern, title(pattern)))
                .toList();
    }

    private static String title(String pattern) {
        return switch (pattern) {
            case "Колено-доминант" -> "Приседания и выпады";
            case "Таз-доминант" -> "Наклоны и становая тяга";
            case "Кор" -> "Пресс и корпус";
            case "Толчок горизонтальный" -> "Отжимания и жимы лёжа";
            case "Толчок вертикальный" -> "Жимы над головой";
            case "Тяга горизонтальная" -> "Тяга к поясу";
            case "Тяга вертикальная" -> "Подтягивания и тяга сверху";
            default -> pattern.replace('_', ' ');
        };
    }
}
