package io.orbita.clients.imports;

import java.util.List;

/** Why a line was not taken, in words. A code names no person: {@code phones.format@2} is a phone that is none, in the third column. */
final class Reasons {
    private Reasons() {}

    static String text(String code, List<String> head) {
        int at = code.indexOf('@');
        String plain = at < 0 ? code : code.substring(0, at);
        String column = "";
        if (at >= 0) {
            int index = Integer.parseInt(code.substring(at + 1));
            column = index < head.size() ? " (колонка «" + head.get(index) + "»)" : "";
        }
        return switch (plain) {
            case "row.columns" -> "В строке больше ячеек, чем колонок в таблице";
            case "row.nobody" -> "Нет ни имени, ни телефона, ни почты";
            case "row.format" -> "Строку не удалось разобрать";
            case "row.unexpected" -> "Строку не удалось сохранить";
            case "row.two-clients" -> "Телефон и почта принадлежат двум разным клиентам";
            case "phones.format" -> "Такого номера телефона не бывает" + column;
            case "emails.format" -> "Это не адрес почты" + column;
            case "stage.unknown" -> "Такого этапа в воронке нет" + column;
            case "assigned_to.unknown" -> "Такого сотрудника нет" + column;
            default -> {
                String field = plain.replaceFirst("\\.[a-z]+$", "");
                String title = Target.of(field).map(Target::title).orElse(field.replaceFirst("^custom\\.", ""));
                yield (plain.endsWith(".range") ? "Значение вне допустимых границ: " : "Значение не подходит полю ")
                        + "«" + title + "»" + column;
            }
        };
    }
}
