package io.orbita.analytics;

import io.orbita.platform.figures.Definition;
import java.util.Locale;

/** The figures of this room and what they mean; a report reckons exactly this. */
enum Measure implements Definition {
    VISITORS(
            Kind.TALLY,
            "Посетители сайта",
            "Сколько посетителей открыло сайт за период. Один браузер за один день — один посетитель; роботы не считаются.",
            "Visitors of the site in the period: one browser on one day counts once, robots do not."),
    VISITORS_KNOWN(
            Kind.PEOPLE,
            "Оставили контакт",
            "Сколько разных клиентов за период пришло на сайт и к этому моменту назвало себя в форме или в чате.",
            "Distinct clients among the visitors of the period who have said who they are by now, in a form or in the chat."),
    BOT_STARTS(
            Kind.PEOPLE,
            "Начали разговор с ботом",
            "Сколько разных клиентов за период впервые написало боту в одном из чатов.",
            "Distinct clients whose chat with the bot, in Telegram or VK, began in the period."),
    NEW_CLIENTS(
            Kind.PEOPLE,
            "Новые клиенты",
            "Сколько людей за период появилось впервые. Две карточки одного человека — один человек, считается первая.",
            "Persons who came for the first time in the period; of several cards of one person the first counts."),
    QUESTIONNAIRES_STARTED(
            Kind.PEOPLE,
            "Начали анкету",
            "Сколько разных клиентов начало анкету за период.",
            "Distinct clients who began the questionnaire in the period."),
    QUESTIONNAIRES_FINISHED(
            Kind.PEOPLE,
            "Закончили анкету",
            "Сколько разных клиентов закончило анкету за период, когда бы ни начали.",
            "Distinct clients who finished the questionnaire in the period, whenever they began."),
    PAYMENTS_CREATED(
            Kind.COUNT,
            "Создано платежей",
            "Сколько платежей создано за период, оплаченных и нет.",
            "Payments created in the period, paid or not."),
    PAYMENTS_COMPLETED(
            Kind.COUNT,
            "Оплачено платежей",
            "Сколько платежей оплачено за период, когда бы их ни создали. Возврат этого числа не уменьшает.",
            "Payments completed in the period, whenever created; a refund does not take one away."),
    BUYERS(
            Kind.PEOPLE,
            "Покупатели",
            "Сколько разных клиентов платило за период.",
            "Distinct clients with a payment completed in the period."),
    FIRST_BUYERS(
            Kind.PEOPLE,
            "Купили впервые",
            "Сколько клиентов за период заплатило первый раз в жизни.",
            "Clients whose first completed payment of all lies in the period."),
    REPEAT_PURCHASES(
            Kind.COUNT,
            "Повторные покупки",
            "Сколько оплаченных за период платежей были у клиента не первыми.",
            "Payments completed in the period that were not the client's first."),
    REPEAT_BUYERS(
            Kind.PEOPLE,
            "Купили повторно",
            "Сколько клиентов сделало за период повторную покупку.",
            "Distinct clients with a repeat purchase in the period."),
    REVENUE(
            Kind.MONEY,
            "Поступило",
            "Сумма платежей, оплаченных за период, до возвратов, по времени оплаты.",
            "The sum of the payments completed in the period, before refunds, by the time of completion."),
    REFUNDS(
            Kind.MONEY,
            "Возвращено",
            "Сколько денег вернули за период, по времени возврата, когда бы ни заплатили.",
            "Money given back in the period, by the time of the refund, whenever it was paid."),
    REVENUE_NET(
            Kind.MONEY,
            "Выручка",
            "Поступило минус возвращено за период.",
            "Revenue minus refunds of the period; may be negative."),
    AVERAGE_BILL(
            Kind.AVERAGE,
            "Средний чек",
            "Поступило за период, делённое на число оплаченных платежей.",
            "revenue divided by payments_completed."),
    REVENUE_SHARE(
            Kind.SHARE_OF_TOTAL,
            "Доля в поступлениях",
            "Какую часть поступлений за период дала эта строка.",
            "The row's revenue divided by that of all rows, 0 to 1."),
    ACTIVE_CLIENTS(
            Kind.PEOPLE,
            "Активные клиенты",
            "Сколько клиентов стоит на этапе «активный» в конце периода, а если он ещё идёт — сейчас.",
            "Clients who stand at a stage of the role active at the end of the period, or now while it lasts."),
    FINISHED_CLIENTS(
            Kind.PEOPLE,
            "Завершили программу",
            "Сколько клиентов за период пришло на этап «завершён».",
            "Clients who came to a stage of the role finished in the period."),
    CAME(
            Kind.PEOPLE,
            "Пришли",
            "Новые клиенты за период: с них начинается отсчёт, дальше смотрим, что с ними стало к этому моменту.",
            "New clients of the period: the cohort of this report; the figures after it say what became of them by now."),
    CAME_STARTED(
            Kind.PEOPLE,
            "Из них начали анкету",
            "Сколько из пришедших начало анкету к этому моменту.",
            "Of those who came, how many have begun the questionnaire by now."),
    CAME_FINISHED(
            Kind.PEOPLE,
            "Из них закончили анкету",
            "Сколько из пришедших закончило анкету к этому моменту.",
            "Of those who came, how many have finished the questionnaire by now."),
    CAME_ORDERED(
            Kind.PEOPLE,
            "Из них получили ссылку на оплату",
            "Для скольких из пришедших к этому моменту создан платёж.",
            "Of those who came, how many have had a payment created by now."),
    CAME_BOUGHT(
            Kind.PEOPLE,
            "Из них купили",
            "Сколько из пришедших заплатило к этому моменту.",
            "Of those who came, how many have completed a payment by now."),
    CAME_BOUGHT_SHARE(
            Kind.RATIO,
            "Конверсия в покупку",
            "Доля купивших среди пришедших.",
            "came_bought divided by came, 0 to 1; null when nobody came."),
    QUESTION_REACHED(
            Kind.PEOPLE,
            "Дошли до вопроса",
            "Сколько клиентов, начавших анкету этой версии за период, увидело вопрос: ответило на него или стоит перед ним.",
            "Of the clients who began this version in the period, how many saw the question: answered it or stand before it."),
    QUESTION_ANSWERED(Kind.PEOPLE, "Ответили", "Сколько из них ответило.", "How many of them answered it."),
    QUESTION_LEFT(
            Kind.PEOPLE,
            "Остановились",
            "Сколько клиентов стоит перед этим вопросом и не закончило анкету к этому моменту.",
            "How many stand before this question and have not finished the pass by now."),
    QUESTION_LEFT_SHARE(
            Kind.RATIO,
            "Доля остановившихся",
            "Остановились, делённое на дошли.",
            "question_left divided by question_reached, 0 to 1."),
    QUESTION_SECONDS(
            Kind.MEDIAN,
            "Время на ответ",
            "Медиана секунд от прошлого ответа (или начала анкеты) до ответа на этот вопрос.",
            "Median of the seconds from the answer before (or the beginning of the pass) to this one."),
    RETAINED(
            Kind.PEOPLE,
            "Купили снова",
            "Сколько из купивших впервые заплатило ещё хотя бы раз к этому моменту.",
            "Of the first buyers, how many have completed another payment by now."),
    RETAINED_SHARE(
            Kind.RATIO,
            "Доля вернувшихся",
            "Купили снова, делённое на купили впервые.",
            "retained divided by first_buyers, 0 to 1."),
    NPS_ANSWERS(
            Kind.COUNT,
            "Оценок",
            "Сколько оценок от 0 до 10 клиенты поставили программам за период.",
            "Scores from 0 to 10 that clients gave programmes in the period, by the time of the first answer; a corrected score counts once, as it is now."),
    NPS_PROMOTERS(
            Kind.COUNT, "Сторонники", "Сколько из этих оценок — 9 или 10.", "How many of these scores are 9 or 10."),
    NPS_PASSIVES(
            Kind.COUNT, "Нейтральные", "Сколько из этих оценок — 7 или 8.", "How many of these scores are 7 or 8."),
    NPS_DETRACTORS(
            Kind.COUNT, "Критики", "Сколько из этих оценок — от 0 до 6.", "How many of these scores are 0 to 6."),
    NPS_COMMENTS(
            Kind.COUNT,
            "С отзывом",
            "Сколько из этих оценок клиенты объяснили словами.",
            "How many of these scores come with words."),
    NPS(
            Kind.BALANCE,
            "NPS",
            "Доля сторонников минус доля критиков, от −100 до 100, по всем оценкам периода.",
            "Per cent of promoters less per cent of detractors among nps_answers, from -100 to 100; null without answers."),
    SPEND(
            Kind.SPENT,
            "Потрачено",
            "Расходы на источник, внесённые вами: сколько из них приходится на дни периода, поровну на каждый день расхода.",
            "What the owner entered as spent on the source, as far as it falls on days of the period; a spend over several days counts evenly."),
    CAC(
            Kind.AVERAGE,
            "Цена покупателя",
            "Потрачено за период, делённое на число купивших впервые (CAC).",
            "spend divided by first_buyers."),
    BROUGHT(
            Kind.MONEY,
            "Принесли",
            "Сколько денег за вычетом возвратов принесли к этому моменту те, кто впервые купил в этом периоде.",
            "Net of refunds, what those who bought for the first time in the period have paid by now."),
    LTV(
            Kind.AVERAGE,
            "Покупатель приносит",
            "Принесли, делённое на число купивших впервые: сколько покупатель принёс к этому моменту (LTV).",
            "brought divided by first_buyers: what a buyer has brought by now."),
    ROI(
            Kind.RETURN,
            "Окупаемость",
            "Принесли минус потрачено, делённое на потрачено: 0 значит «в ноль», 1 — вернулось вдвое больше, меньше нуля — пока в убытке.",
            "(brought minus spend) divided by spend: 0 is even, below 0 a loss so far; null when nothing was spent."),
    MARGIN(
            Kind.MARGIN,
            "Маржа",
            "Принесли минус потрачено: сколько осталось от денег покупателей периода после расходов на рекламу.",
            "brought minus spend: what is left of the money of the period's buyers after what was spent to win them."),
    MARGIN_SHARE(
            Kind.MARGIN_SHARE,
            "Доля маржи",
            "Маржа, делённая на принесли.",
            "margin divided by brought; null when nothing was brought.");

    private final Kind kind;
    private final String title;
    private final String meaning;
    private final String english;

    Measure(Kind kind, String title, String meaning, String english) {
        this.kind = kind;
        this.title = title;
        this.meaning = meaning;
        this.english = english;
    }

    Kind kind() {
        return kind;
    }

    /** What a ratio is made of. */
    Measure part() {
        return switch (this) {
            case AVERAGE_BILL, REVENUE_SHARE -> REVENUE;
            case CAME_BOUGHT_SHARE -> CAME_BOUGHT;
            case QUESTION_LEFT_SHARE -> QUESTION_LEFT;
            case RETAINED_SHARE -> RETAINED;
            case CAC -> SPEND;
            case LTV, ROI, MARGIN, MARGIN_SHARE -> BROUGHT;
            case NPS -> NPS_PROMOTERS;
            default -> throw new IllegalStateException(this + " is no ratio");
        };
    }

    /** What it is divided by. */
    Measure whole() {
        return switch (this) {
            case AVERAGE_BILL -> PAYMENTS_COMPLETED;
            case REVENUE_SHARE -> REVENUE;
            case CAME_BOUGHT_SHARE -> CAME;
            case QUESTION_LEFT_SHARE -> QUESTION_REACHED;
            case RETAINED_SHARE, CAC, LTV -> FIRST_BUYERS;
            case ROI, MARGIN, MARGIN_SHARE -> SPEND;
            case NPS -> NPS_ANSWERS;
            default -> throw new IllegalStateException(this + " is no ratio");
        };
    }

    @Override
    public String path() {
        return "analytics." + key();
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
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
        return kind == Kind.PEOPLE || kind == Kind.COUNT || kind == Kind.MONEY;
    }
}
