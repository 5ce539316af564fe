import { ago, date, day, money, useTranslation } from "@orbita/i18n";
import { Avatar, type Column, StageGlyph, Tag } from "@orbita/ui";
import { useMemo } from "react";
import type { Client, Stage } from "./queries";
import { kindOf, useCodes } from "./words";

const nought = <span className="text-fg-3">—</span>;

/** The columns, named as the API names them: so views and files mean the same. */
export function useColumnsOfClients(
  stages: readonly Stage[],
  people: readonly { id: number; name: string }[],
): Column<Client>[] {
  const { t } = useTranslation("clients");
  const codes = useCodes();
  return useMemo(() => {
    const open = stages.filter(({ role }) => kindOf(role) === "open");
    const known = new Map(
      stages.map((stage) => [
        stage.id,
        { hue: stage.hue, filled: open.length > 1 ? Math.max(0, open.indexOf(stage)) / (open.length - 1) : 0 },
      ]),
    );
    const named = new Map(people.map(({ id, name }) => [id, name]));
    const now = Date.now();
    return [
      {
        id: "name",
        header: t("col.name"),
        cell: (client) => (
          <span className="inline-flex max-w-full items-center gap-2 align-middle">
            <Avatar name={client.name} size={22} />
            <span className="truncate font-medium">{client.name}</span>
          </span>
        ),
        width: "minmax(180px, 1.8fr)",
        sort: "name",
        fixed: true,
        phone: "title",
      },
      {
        id: "stage",
        header: t("col.stage"),
        cell: ({ stage }) =>
          stage ? (
            <span className="inline-flex max-w-full items-center gap-1.5 align-middle">
              <StageGlyph
                hue={known.get(stage.id)?.hue ?? "gray"}
                filled={known.get(stage.id)?.filled ?? 0}
                kind={kindOf(stage.role)}
              />
              <span className="truncate">{stage.name}</span>
            </span>
          ) : (
            nought
          ),
        width: "minmax(140px, 1fr)",
        phone: "line",
      },
      {
        id: "source",
        header: t("col.source"),
        cell: ({ source }) => <span className="text-fg-2">{codes.source(source)}</span>,
        width: "100px",
      },
      {
        id: "tags",
        header: t("col.tags"),
        cell: ({ tags }) => (
          <span className="flex gap-1 overflow-hidden">
            {tags.slice(0, 3).map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
            {tags.length > 3 && <span className="text-xs text-fg-3">+{tags.length - 3}</span>}
          </span>
        ),
        width: "minmax(100px, 1fr)",
      },
      {
        id: "paid_total",
        header: t("col.paid"),
        cell: ({ paid_total }) => (Number(paid_total.amount) > 0 ? money(paid_total) : nought),
        align: "end",
        width: "100px",
        sort: "paid_total",
        phone: "end",
      },
      {
        id: "last_contact_at",
        header: t("col.last"),
        cell: ({ last_contact_at }) =>
          last_contact_at ? (
            <span className="text-fg-2" title={date(last_contact_at)}>
              {ago(last_contact_at)}
            </span>
          ) : (
            nought
          ),
        width: "124px",
        sort: "last_contact_at",
        phone: "line",
      },
      {
        id: "next_contact_at",
        header: t("col.next"),
        cell: ({ next_contact_at }) =>
          next_contact_at ? (
            <span className={new Date(next_contact_at).getTime() < now ? "text-danger" : undefined}>
              {day(next_contact_at)}
            </span>
          ) : (
            nought
          ),
        width: "130px",
        sort: "next_contact_at",
      },
      {
        id: "assigned_to",
        header: t("col.staff"),
        cell: ({ assigned_to }) => (assigned_to == null ? nought : (named.get(assigned_to) ?? nought)),
        width: "minmax(110px, .8fr)",
      },
      {
        id: "created_at",
        header: t("col.created"),
        cell: ({ created_at }) => <span className="tnum text-fg-2">{date(created_at)}</span>,
        width: "120px",
        sort: "created_at",
      },
    ];
  }, [t, codes, stages, people]);
}
