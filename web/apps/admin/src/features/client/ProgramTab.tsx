import { date, useTranslation } from "@orbita/i18n";
import { EmptyState, ErrorBox, SkeletonRows, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { Link } from "react-router";
import { weekOf } from "@/lib/moment";
import { programsQuery } from "./queries";
import { useWords } from "./words";

const hues = { delivered: "green", ready: "blue", owed: "amber", undeliverable: "red", failed: "red" } as const;

export default function ProgramTab({ id }: { id: number }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const { data, error, refetch } = useQuery(programsQuery(id));
  if (error && !data) {
    return <ErrorBox error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <SkeletonRows rows={3} />;
  }
  if (data.length === 0) {
    return <EmptyState icon={FileText} title={t("noPrograms")} hint={t("noProgramsHint")} />;
  }
  return (
    <ul className="divide-y divide-line">
      {data.map((program) => {
        const week = program.state === "delivered" ? weekOf(program.starts_at, program.weeks) : undefined;
        return (
          <li key={program.id}>
            <Link
              to={`/programs/${program.id}`}
              className="flex min-h-14 items-center gap-3 px-6 py-2 hover:bg-hover max-md:px-4"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{t("programFor", { count: program.weeks })}</span>
                <span className="block truncate text-xs text-fg-3">
                  {[
                    program.paid ? t("forMoney") : t("free"),
                    week && t("week", { week, of: program.weeks }),
                    date(program.delivered_at ?? program.created_at),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <Tag hue={hues[program.state as keyof typeof hues] ?? "gray"}>{words.state(program.state)}</Tag>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
