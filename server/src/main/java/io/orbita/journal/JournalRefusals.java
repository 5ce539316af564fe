package io.orbita.journal;

import io.orbita.platform.web.Refusal;
import java.util.List;

/** What the room says no to. */
final class JournalRefusals {
    private JournalRefusals() {}

    @Refusal.Code(
            value = "journal.not-sure",
            status = 428,
            meaning =
                    "A figure is more than 15 % away from the former one: `errors` names it; send the same with `confirmed: true` when it is right.")
    static final class NotSure extends Refusal {
        private static final long serialVersionUID = 1;

        NotSure(List<Field> jumps) {
            super(
                    "Изменение больше 15 %. Точно? Если всё верно, подтвердите и сохраните ещё раз.",
                    "A change of more than 15 %. If it is right, confirm it.", jumps.toArray(Field[]::new));
        }
    }

    @Refusal.Code(
            value = "journal.period-taken",
            status = 409,
            meaning = "This period of the programme has its measurement already: change that one, `entry_id` names it.")
    static final class PeriodTaken extends Refusal {
        private static final long serialVersionUID = 1;

        PeriodTaken(long entry) {
            super(
                    "За этот период замер уже есть. Поправьте его.",
                    "This period has its measurement already. Change that one.");
            fact("entry_id", entry);
        }
    }

    @Refusal.Code(
            value = "journal.too-many-photos",
            status = 409,
            meaning = "A measurement holds at most six photos; delete one first.")
    static final class TooManyPhotos extends Refusal {
        private static final long serialVersionUID = 1;

        TooManyPhotos() {
            super("К замеру можно приложить не больше шести фото.", "A measurement holds at most six photos.");
        }
    }

    @Refusal.Code(
            value = "journal.week-unknown",
            status = 422,
            meaning = "The programme has no such week yet, or the client has no paid programme under way.")
    static final class WeekUnknown extends Refusal {
        private static final long serialVersionUID = 1;

        WeekUnknown() {
            super(
                    "Такой недели в программе клиента ещё не было.",
                    "The client's programme has not had such a week yet.");
        }
    }
}
