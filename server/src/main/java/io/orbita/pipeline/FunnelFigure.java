package io.orbita.pipeline;

import io.orbita.platform.figures.Definition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures of the funnel and what they mean; {@link FunnelFigures} reckons exactly this. */
enum FunnelFigure implements Definition {
    FLOW_REACHED(
            FunnelMode.FLOW,
            "reached",
            "Пришли на этап",
            "Сколько разных клиентов за период пришло на этап. Кто приходил дважды, считается один раз; где клиент стоит сейчас, неважно.",
            "Distinct clients who came to the stage in the period, however often and wherever they stand now."),
    FLOW_PASSED_ON(
            FunnelMode.FLOW,
            "passed_on",
            "Прошли дальше",
            "Сколько из пришедших на этап до конца периода дошли до любого более позднего этапа. Перескочить этап можно, уход в неактивные не считается.",
            "Of those who reached the stage in the period, how many came to any further stage afterwards and before its end. A skipped stage does not matter; becoming inactive is no step forward."),
    FLOW_CONVERSION(
            FunnelMode.FLOW,
            "conversion",
            "Конверсия",
            "Доля прошедших дальше среди пришедших на этап за период.",
            "passed_on divided by reached, 0 to 1; null when nobody reached the stage.",
            false),
    FLOW_LEFT(
            FunnelMode.FLOW,
            "left",
            "Ушли с этапа",
            "Сколько разных клиентов за период ушло с этапа в любую сторону.",
            "Distinct clients who left the stage in the period, in any direction."),
    FLOW_MOVED(
            FunnelMode.FLOW,
            "moved",
            "Перешли с этапа на этап",
            "Сколько разных клиентов за период перешло с одного этапа прямо на другой.",
            "Distinct clients who went from one stage straight to another in the period."),
    FLOW_TIME(
            FunnelMode.FLOW,
            "time_in_stage",
            "Время на этапе",
            "Сколько длится пребывание на этапе, начавшееся в периоде. Кто ещё стоит, учтён как «не меньше, чем уже простоял» (оценка Каплана — Мейера), наблюдаем до конца периода, но не дольше, чем до сейчас.",
            "Stays that began in the period, seen until its end and at most until now. A stay that goes on counts as «at least so long» (Kaplan-Meier); a quantile that too few have passed is null.",
            false),
    COHORT_SIZE(
            FunnelMode.COHORT,
            "cohort",
            "Вошли",
            "Сколько клиентов вошло за период: впервые появилось в воронке, а с entered_stage_id — пришло на этот этап (отсчёт от первого раза в периоде).",
            "Clients who entered in the period: who appeared in the funnel for the first time or, with entered_stage_id, came to that stage (reckoned from the first time in the period)."),
    COHORT_REACHED(
            FunnelMode.COHORT,
            "reached",
            "Побывали на этапе",
            "Сколько вошедших с тех пор побывало на этапе. Кто перескочил этап, на нём не был.",
            "Of the cohort, how many have stood at the stage since they entered. Who skipped it has not."),
    COHORT_AS_FAR(
            FunnelMode.COHORT,
            "as_far",
            "Дошли до этапа или дальше",
            "Сколько вошедших побывало на этом этапе или на любом более позднем; неактивные дальше никого не стоят.",
            "Of the cohort, how many have stood at the stage or at any further one; inactive is further than nothing."),
    COHORT_PASSED_ON(
            FunnelMode.COHORT,
            "passed_on",
            "Прошли дальше",
            "Сколько побывавших на этапе потом дошло до любого более позднего.",
            "Of those of the cohort who have stood at the stage, how many came to any further one afterwards."),
    COHORT_CONVERSION(
            FunnelMode.COHORT,
            "conversion",
            "Конверсия",
            "Доля прошедших дальше среди побывавших на этапе.",
            "passed_on divided by reached, 0 to 1; null when nobody of the cohort reached the stage.",
            false),
    COHORT_STANDING(
            FunnelMode.COHORT,
            "standing",
            "Стоят сейчас",
            "Где вошедшие стоят на момент наблюдения; в сумме по этапам — вся когорта.",
            "Where the cohort stands at the end of the observation; the stages add up to the cohort."),
    COHORT_TIME(
            FunnelMode.COHORT,
            "time_in_stage",
            "Время на этапе",
            "Сколько длится пребывание вошедших на этапе с момента входа. Кто ещё стоит, учтён как «не меньше, чем уже простоял» (оценка Каплана — Мейера).",
            "Stays of the cohort since they entered. A stay that goes on counts as «at least so long» (Kaplan-Meier).",
            false),
    SNAPSHOT_STANDING(
            FunnelMode.SNAPSHOT,
            "standing",
            "Стоят на этапе",
            "Сколько клиентов стоит на этапе в этот момент, считая архив. Сумма по этапам — все, кто к этому моменту появился.",
            "Clients who stand at the stage at that moment, the archive included; the stages add up to everybody who had come by then."),
    SNAPSHOT_TIME(
            FunnelMode.SNAPSHOT,
            "time_in_stage",
            "Сколько уже стоят",
            "Сколько времени стоящие на этапе провели на нём к этому моменту: обычные квантили.",
            "How long those who stand at the stage had stood there at that moment: plain quantiles.",
            false);

    private final FunnelMode mode;
    private final String key;
    private final String title;
    private final String meaning;
    private final String english;
    private final boolean opens;

    FunnelFigure(FunnelMode mode, String key, String title, String meaning, String english) {
        this(mode, key, title, meaning, english, true);
    }

    FunnelFigure(FunnelMode mode, String key, String title, String meaning, String english, boolean opens) {
        this.mode = mode;
        this.key = key;
        this.title = title;
        this.meaning = meaning;
        this.english = english;
        this.opens = opens;
    }

    static List<FunnelFigure> of(FunnelMode mode) {
        return Arrays.stream(values()).filter(figure -> figure.mode == mode).toList();
    }

    static Optional<FunnelFigure> find(FunnelMode mode, String key) {
        return of(mode).stream()
                .filter(figure -> figure.key.equals(key) && figure.opens)
                .findFirst();
    }

    @Override
    public String path() {
        return "funnel." + mode.wire() + "." + key;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public boolean opens() {
        return opens;
    }
}
