package io.orbita.businesses;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words for what {@link Audit} writes down, by people for people. A deed without words is refused by the tests. */
final class DeedsInWords {
    /** A deed in two languages, as a line of the journal begins. */
    record Words(String deed, String text, String textEn) {}

    private static final List<Words> ALL = List.of(
            said("api_keys.create", "Выпуск ключа для программ", "API key made"),
            said("api_keys.revoke", "Отзыв ключа для программ", "API key revoked"),
            said("auth.email", "Смена своей почты", "Own e-mail changed"),
            said("auth.password", "Смена своего пароля", "Own password changed"),
            said("auth.password-reset", "Новый пароль по ссылке из письма", "Password reset by a letter"),
            said("auth.recovery-codes", "Новые запасные коды для входа", "New recovery codes"),
            said("auth.second-step-off", "Вход с кодом выключен", "Second step of sign-in switched off"),
            said("auth.second-step-on", "Вход с кодом включён", "Second step of sign-in switched on"),
            said("clients.action-rules", "Правила действий изменены", "Rules of actions changed"),
            said("clients.archive", "Клиент в архиве", "Client archived"),
            said("clients.bulk-archive", "Многие клиенты отправлены в архив", "Many clients archived"),
            said("clients.bulk-assign", "Многим клиентам назначен ответственный", "Many clients assigned"),
            said("clients.bulk-delete", "Многие клиенты отправлены в корзину", "Many clients put in the bin"),
            said("clients.bulk-move", "Многие клиенты переведены на другой этап", "Many clients moved to a stage"),
            said("clients.bulk-tag", "Многим клиентам поставлена метка", "Many clients tagged"),
            said(
                    "clients.bulk-unarchive",
                    "Многие клиенты возвращены из архива",
                    "Many clients taken out of the archive"),
            said("clients.bulk-undo", "Массовая правка отменена", "Bulk change undone"),
            said("clients.bulk-untag", "У многих клиентов снята метка", "A tag taken from many clients"),
            said("clients.create", "Новый клиент", "Client added"),
            said("clients.edit", "Правка карточки клиента", "Client edited"),
            said("clients.erase", "Данные клиента стёрты навсегда", "Client's data erased for good"),
            said("clients.export", "Выгрузка данных клиентов", "Data of clients taken out"),
            said("clients.field-added", "Новое поле карточки", "Field of the card added"),
            said("clients.field-changed", "Поле карточки изменено", "Field of the card changed"),
            said("clients.import", "Загрузка клиентов из файла", "Clients imported from a file"),
            said("clients.import-stop", "Загрузка клиентов остановлена", "Import of clients stopped"),
            said("clients.import-undo", "Загрузка клиентов отменена", "Import of clients undone"),
            said("clients.merge", "Клиенты объединены", "Clients merged"),
            said("clients.merge-undone", "Объединение клиентов отменено", "Merging of clients undone"),
            said("clients.merges", "Дубли объединены разом", "Duplicates merged all at once"),
            said("clients.merges-undone", "Объединение дублей отменено", "Merging of duplicates undone"),
            said("clients.restore", "Клиент возвращён из архива", "Client taken out of the archive"),
            said("clients.tag-removed", "Метка удалена у всех", "Tag removed everywhere"),
            said("clients.tag-renamed", "Метка переименована", "Tag renamed"),
            said("integrations.save", "Настройка подключения", "Integration set up"),
            said("invitations.accept", "Приглашение принято", "Invitation accepted"),
            said("invitations.create", "Приглашение в команду", "Colleague invited"),
            said("invitations.revoke", "Приглашение отозвано", "Invitation withdrawn"),
            said("payments.canceled_by_hand", "Оплата отменена вручную", "Payment cancelled by hand"),
            said("payments.confirmed_by_hand", "Оплата подтверждена вручную", "Payment confirmed by hand"),
            said("payments.refund", "Возврат денег", "Refund"),
            said("payments.settings", "Настройки приёма оплат изменены", "Settings of payments changed"),
            said("programs.adaptation-applied", "План недели изменён по отметкам", "Week adapted to the marks"),
            said("programs.adaptation-declined", "Изменение плана недели отклонено", "Adaptation of a week declined"),
            said("programs.assign", "Программа назначена клиенту", "Programme assigned"),
            said("programs.edited", "Программа изменена", "Programme changed"),
            said("programs.generate", "Программа составлена", "Programme generated"),
            said(
                    "programs.reassigned",
                    "Программа составлена по другому шаблону",
                    "Programme made from another template"),
            said("programs.remake", "Программа составлена заново", "Programme generated anew"),
            said("programs.restored", "Возвращена прежняя версия программы", "Former version of a programme restored"),
            said("programs.send", "Программа отправлена клиенту", "Programme sent to the client"),
            said("programs.settings", "Настройки программ изменены", "Settings of programmes changed"),
            said("programs.sheet-linked", "Таблица программ подключена", "Sheet of programmes linked"),
            said("programs.sheet-unlinked", "Таблица программ отключена", "Sheet of programmes unlinked"),
            said("reminders.rule-added", "Новое правило напоминаний", "Rule of reminders added"),
            said("reminders.rule-changed", "Правило напоминаний изменено", "Rule of reminders changed"),
            said("reminders.rule-off", "Правило напоминаний выключено", "Rule of reminders switched off"),
            said("reminders.rule-on", "Правило напоминаний включено", "Rule of reminders switched on"),
            said("site.settings", "Правка сайта", "Site changed"),
            said("users.change", "Роль или доступ сотрудника изменены", "Role or access of a colleague changed"),
            said("users.create", "Новый сотрудник", "Colleague added"),
            said("users.password", "Новый пароль сотруднику", "New password for a colleague"),
            said("users.second-step-off", "Сотруднику выключен вход с кодом", "A colleague's second step switched off"),
            said("webhooks.change", "Вебхук изменён", "Webhook changed"),
            said("webhooks.create", "Новый вебхук", "Webhook added"),
            said("webhooks.delete", "Вебхук удалён", "Webhook deleted"),
            said("webhooks.renew-secret", "Новый секрет вебхука", "New secret of a webhook"));

    private static final Map<String, Words> BY_DEED =
            ALL.stream().collect(Collectors.toMap(Words::deed, words -> words));

    private DeedsInWords() {}

    /** All deeds, by their names. */
    static List<Words> all() {
        return ALL;
    }

    static @Nullable Words of(String deed) {
        return BY_DEED.get(deed);
    }

    private static Words said(String deed, String russian, String english) {
        return new Words(deed, russian, english);
    }
}
