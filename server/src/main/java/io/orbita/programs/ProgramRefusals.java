package io.orbita.programs;

import io.orbita.platform.web.Refusal;
import java.util.List;

/** What the room says no to. */
final class ProgramRefusals {
    private ProgramRefusals() {}

    @Refusal.Code(
            value = "programs.not-made",
            status = 409,
            meaning = "The programme has no content yet: it waits for answers, is being made, or could not be made.")
    static final class NotMade extends Refusal {
        private static final long serialVersionUID = 1;

        NotMade() {
            super("Программа ещё не собрана.", "The programme has not been made yet.");
        }
    }

    @Refusal.Code(
            value = "programs.withdrawn",
            status = 409,
            meaning = "The programme was withdrawn after a refund; generate a new one.")
    static final class Withdrawn extends Refusal {
        private static final long serialVersionUID = 1;

        Withdrawn() {
            super("Программу отозвали после возврата денег.", "The programme was withdrawn after a refund.");
        }
    }

    @Refusal.Code(
            value = "programs.no-way-to-client",
            status = 409,
            meaning = "No chat takes messages and no e-mail is known: give the client the file yourself.")
    static final class NoWayToClient extends Refusal {
        private static final long serialVersionUID = 1;

        NoWayToClient() {
            super(
                    "Отправить некуда: чат закрыт, почты нет. Скачайте PDF и передайте сами.",
                    "There is no chat and no e-mail to send it to.");
        }
    }

    @Refusal.Code(
            value = "programs.stale",
            status = 412,
            meaning = "The programme has a newer version than the one named in `If-Match`: read it again.")
    static final class Stale extends Refusal {
        private static final long serialVersionUID = 1;

        Stale() {
            super(
                    "Программу изменили, пока вы правили. Откройте её заново и повторите.",
                    "It was changed meanwhile. Read it again and repeat the change.");
        }
    }

    @Refusal.Code(
            value = "programs.template-does-not-fit",
            status = 409,
            meaning = "The client may not have this template; `reasons` says by which rules. Choose another one.")
    static final class TemplateDoesNotFit extends Refusal {
        private static final long serialVersionUID = 1;

        TemplateDoesNotFit(List<String> reasons) {
            super(
                    "Этот шаблон клиенту не подходит: " + String.join(". ", reasons) + ".",
                    "This template does not fit the client.");
            fact("reasons", List.copyOf(reasons));
        }
    }

    @Refusal.Code(
            value = "programs.adaptation-decided",
            status = 409,
            meaning = "There is no open proposal for this week: it was applied, declined, or nothing had to change.")
    static final class AdaptationDecided extends Refusal {
        private static final long serialVersionUID = 1;

        AdaptationDecided() {
            super("По этой неделе решать уже нечего.", "There is nothing left to decide for this week.");
        }
    }
}
