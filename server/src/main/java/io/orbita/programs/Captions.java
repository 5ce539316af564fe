package io.orbita.programs;

import io.orbita.messaging.Content.Document;
import io.orbita.platform.text.Plural;
import io.orbita.programs.content.ProgramContent;

/** What stands under a programme's document in a chat, and what the file is called. */
final class Captions {
    private Captions() {}

    static String of(ProgramRow program, ProgramContent content, boolean offers) {
        String name = content.clientName().replaceFirst(" .*", "");
        var text = new StringBuilder();
        if (!program.paid()) {
            text.append(sentence(name, "ваша первая неделя готова."))
                    .append(" Внутри тренировки по дням, техника и место, чтобы записывать веса.");
        } else if (program.next()) {
            text.append(sentence(name, "ваша следующая программа готова."))
                    .append(" Начните её, когда закончите текущую.");
        } else {
            text.append(sentence(name, "ваша программа на " + weeks(program.weeks()) + " готова."))
                    .append(" Начните с первой недели, записывайте веса и пишите сюда, если что-то непонятно.");
        }
        if (content.doctorsNote() != null) {
            text.append("\n\n").append(content.doctorsNote());
        }
        if (offers) {
            text.append("\n\nПонравится, продолжим вместе:");
        }
        return text.toString();
    }

    static Document document(ProgramRow program, String file) {
        String name = program.paid() ? "Программа на " + weeks(program.weeks()) : "Программа, неделя 1";
        return new Document(name + ".pdf", "application/pdf", file);
    }

    static String weeks(int weeks) {
        return weeks + " " + Plural.of(weeks, "неделю", "недели", "недель");
    }

    private static String sentence(String name, String text) {
        return name.isEmpty()
                ? text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1)
                : name + ", " + text;
    }
}
