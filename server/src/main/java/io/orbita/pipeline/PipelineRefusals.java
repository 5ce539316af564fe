package io.orbita.pipeline;

import io.orbita.platform.text.Plural;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;

/** Why a stage is not changed or a move not taken back. */
final class PipelineRefusals {
    private PipelineRefusals() {}

    static NotFound noStage() {
        return new NotFound("Такого этапа нет.", "There is no such stage.");
    }

    static NotFound noMove() {
        return new NotFound("Такого перемещения нет.", "There is no such move.");
    }

    @Refusal.Code(
            value = "pipeline.stage-in-use",
            status = 409,
            meaning =
                    "Clients stand at the stage, those in the archive among them; `clients` says how many. Move them first.")
    static final class StageInUse extends Refusal {
        private static final long serialVersionUID = 1;

        StageInUse(long clients) {
            super(
                    "На этом этапе " + clients + " " + Plural.of(clients, "клиент", "клиента", "клиентов")
                            + ", считая архив. Сначала перенесите их.",
                    "%d clients stand at this stage, the archive included. Move them first.".formatted(clients));
            fact("clients", clients);
        }
    }

    @Refusal.Code(
            value = "pipeline.stage-removed",
            status = 409,
            meaning = "The stage was removed meanwhile, so nobody can be moved there: read the board anew.")
    static final class StageRemoved extends Refusal {
        private static final long serialVersionUID = 1;

        StageRemoved() {
            super("Этот этап уже удалили, перенести туда нельзя.", "The stage was removed, nobody can be moved there.");
        }
    }

    @Refusal.Code(
            value = "pipeline.last-of-role",
            status = 409,
            meaning =
                    "It is the last stage of its role, and automations need one: give the role to another stage first.")
    static final class LastOfRole extends Refusal {
        private static final long serialVersionUID = 1;

        LastOfRole() {
            super(
                    "Это последний этап со своей ролью, без него автоматика не работает. Сначала отдайте роль другому этапу.",
                    "This is the last stage of its role. Give the role to another stage first.");
        }
    }

    @Refusal.Code(
            value = "pipeline.not-undoable",
            status = 409,
            meaning =
                    "Only the last move of a client, made by hand within the last 10 minutes, can be taken back, and only once.")
    static final class NotUndoable extends Refusal {
        private static final long serialVersionUID = 1;

        NotUndoable() {
            super(
                    "Отменить можно только последнее перемещение, сделанное вручную не больше 10 минут назад.",
                    "Only the last move, made by hand within the last 10 minutes, can be taken back.");
        }
    }
}
