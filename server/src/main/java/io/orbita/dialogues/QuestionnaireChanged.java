package io.orbita.dialogues;

import io.orbita.platform.web.Refusal;

/** Somebody else published a version while this one was being written. */
@Refusal.Code(
        value = "dialogues.questionnaire-changed",
        status = 412,
        meaning = "Another version of the questionnaire was published meanwhile; read it and try again.")
final class QuestionnaireChanged extends Refusal {
    private static final long serialVersionUID = 1;

    QuestionnaireChanged(int current) {
        super(
                "Пока вы правили анкету, вышла версия " + current + ". Откройте её и внесите правки ещё раз.",
                "Version " + current + " was published meanwhile.");
        fact("version", current);
    }
}
