package io.orbita.businesses;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words for {@link Rights}, written by people. A key is a scope and an access; where one scope is guarded in several ways, the narrower ones add the
 * roles that they are for. What has no words shows its key, which a test does not let pass.
 */
final class RightsInWords {
    /** One right in two languages, as it follows «может» and "may". */
    record Words(String russian, String english) {}

    private static final Map<String, Words> WORDS = Map.ofEntries(
            said(
                    "clients:read/admin,manager",
                    "выгружать списки клиентов и видеть загрузки из файлов",
                    "take out lists of clients and see imports"),
            said(
                    "clients:write/admin,manager",
                    "загружать клиентов из файлов и менять сразу многих",
                    "import clients from files and change many at once"),
            said(
                    "clients:write/admin",
                    "объединять дубли разом, настраивать свои поля и правила действий",
                    "merge duplicates all at once, set own fields and rules of actions up"),
            said("progress:read/admin,trainer", "видеть фотографии клиентов", "see photos of clients"),
            said(
                    "progress:write/admin,trainer",
                    "добавлять и убирать фотографии клиентов",
                    "add and remove photos of clients"),
            said(
                    "analytics:read",
                    "видеть отчёты и людей за каждой цифрой",
                    "see reports and the people behind each figure"),
            said("analytics:read/admin,manager", "видеть расходы на рекламу", "see what was spent on advertising"),
            said("analytics:write", "вносить расходы на рекламу", "enter what was spent on advertising"),
            said("clients_erase:write", "стирать данные клиента навсегда", "erase a client's data for good"),
            said(
                    "clients_export:write",
                    "выгружать все данные клиента архивом",
                    "take out all data of a client as an archive"),
            said("reminders:read", "видеть напоминания и их журнал", "see reminders and their log"),
            said("reminders:write", "настраивать напоминания", "set reminders up"),
            said("api_keys:read", "видеть ключи для программ", "see API keys"),
            said("api_keys:write", "выпускать и отзывать ключи для программ", "make and revoke API keys"),
            said("bot:read", "видеть контакты, которые показывает бот", "see the contacts that the bot shows"),
            said("bot:write", "менять контакты, которые показывает бот", "change the contacts that the bot shows"),
            said(
                    "clients:read",
                    "видеть клиентов, их историю и согласия",
                    "see clients, their history and their consents"),
            said(
                    "clients:write",
                    "заводить, менять, объединять и удалять клиентов",
                    "add, change, merge and delete clients"),
            said("conversations:read", "читать переписку с клиентами", "read conversations with clients"),
            said("conversations:write", "отвечать клиентам вместо бота", "answer clients in place of the bot"),
            said(
                    "conversations:write/admin,manager",
                    "заводить и менять шаблоны ответов",
                    "set up and change reply templates"),
            said("events:read", "узнавать об изменениях сразу", "hear of changes at once"),
            said("faq:read", "видеть частые вопросы бота", "see the frequent questions of the bot"),
            said("faq:write", "менять частые вопросы бота", "change the frequent questions of the bot"),
            said("integrations:read", "видеть, что подключено", "see what is connected"),
            said(
                    "integrations:write",
                    "подключать бота, почту, кассу и таблицы",
                    "connect the bot, mail, the till and sheets"),
            said("leads:read", "видеть заявки", "see leads"),
            said("leads:write", "разбирать заявки", "work on leads"),
            said(
                    "me:read",
                    "видеть свой профиль и где выполнен вход",
                    "see one's own profile and where one is signed in"),
            said(
                    "me:write",
                    "менять свой пароль и почту, включать вход с кодом, завершать свои сеансы",
                    "change one's own password and e-mail, switch codes on, end one's own sessions"),
            said("notices:read", "видеть уведомления", "see notices"),
            said(
                    "notices:write",
                    "брать уведомления в работу и получать их в Telegram",
                    "take notices on and get them in Telegram"),
            said("payments:read", "видеть оплаты", "see payments"),
            said("payments:read/admin", "видеть настройки приёма оплат", "see the settings of payments"),
            said(
                    "payments:write",
                    "выставлять, проверять, подтверждать и отменять оплаты",
                    "make, check, confirm and cancel payments"),
            said(
                    "payments:write/admin",
                    "возвращать деньги и настраивать приём оплат",
                    "refund money and set payments up"),
            said("pipeline:read", "видеть воронку, доску и цифры по ней", "see the funnel, its board and figures"),
            said("pipeline:write", "двигать клиентов по воронке", "move clients along the funnel"),
            said("pipeline:write/admin", "менять этапы воронки", "change the stages of the funnel"),
            said("programs:read", "видеть программы клиентов", "see the programmes of clients"),
            said("programs:read/admin,trainer", "видеть шаблоны программ", "see the templates of programmes"),
            said("programs:write", "составлять, менять и отправлять программы", "generate, change and send programmes"),
            said(
                    "programs:write/admin,trainer",
                    "загружать и обновлять шаблоны программ",
                    "load and renew the templates of programmes"),
            said("progress:read", "видеть замеры и отметки клиентов", "see the measurements and check-ins of clients"),
            said("progress:write", "вести дневник прогресса клиентов", "keep the progress journal of clients"),
            said("promocodes:read", "видеть промокоды", "see promo codes"),
            said("promocodes:write", "создавать и менять промокоды", "make and change promo codes"),
            said("questionnaire:read", "видеть анкету и ответы", "see the questionnaire and the answers"),
            said("questionnaire:write", "менять анкету", "change the questionnaire"),
            said("system:read", "видеть журнал действий и сбои", "see the audit trail and failed work"),
            said("system:write", "повторять неудавшуюся работу", "retry failed work"),
            said("tariffs:read", "видеть тарифы", "see tariffs"),
            said("tariffs:write", "менять тарифы и цены", "change tariffs and prices"),
            said(
                    "users:read",
                    "видеть имена коллег и что может каждая роль",
                    "see the names of colleagues and what each role may do"),
            said("users:read/admin", "видеть сотрудников и приглашения", "see staff users and invitations"),
            said(
                    "users:write",
                    "приглашать сотрудников, менять роли и отключать доступ",
                    "invite staff users, change roles and switch access off"),
            said("website:read", "видеть настройки сайта", "see the settings of the site"),
            said("website:write", "менять сайт и виджет", "change the site and the widget"),
            said("webhooks:read", "видеть исходящие вебхуки и их журнал", "see outgoing webhooks and their log"),
            said("webhooks:write", "настраивать исходящие вебхуки", "set outgoing webhooks up"));

    private RightsInWords() {}

    static Words of(Rights.Group group) {
        @Nullable Words exact = WORDS.get(group.key());
        return exact != null ? exact : WORDS.getOrDefault(group.scopeAndAccess(), new Words(group.key(), group.key()));
    }

    private static Map.Entry<String, Words> said(String key, String russian, String english) {
        return Map.entry(key, new Words(russian, english));
    }
}
