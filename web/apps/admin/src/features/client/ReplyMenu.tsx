import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { buttonClass, Menu, MenuItem, MenuSep, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { MessageSquareText } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { wordsOf } from "@/app/queries";

/** The templates of replies, filled in for this client by the server. */
export default function ReplyMenu({ id, onText }: { id: number; onText: (text: string) => void }) {
  const { t } = useTranslation("client");
  const navigate = useNavigate();
  const [filling, setFilling] = useState(false);
  // Beside the inbox's key of the same list: what is written there is asked anew here too.
  const { data, error } = useQuery({
    queryKey: ["reply-templates"],
    staleTime: 60_000,
    queryFn: ({ signal }) => take(api.GET("/api/reply-templates", { signal })),
  });
  const choose = async (template: number) => {
    setFilling(true);
    try {
      const { text } = await take(
        api.POST("/api/reply-templates/{id}/render", { params: { path: { id: template } }, body: { client_id: id } }),
      );
      onText(text);
    } catch (refusal) {
      toast.failed({ title: wordsOf(refusal) });
    } finally {
      setFilling(false);
    }
  };
  return (
    <Menu
      side="top"
      label={t("replies")}
      trigger={
        <button
          type="button"
          disabled={filling}
          className={buttonClass({ variant: "ghost", className: "size-7 px-0" })}
        >
          <MessageSquareText aria-hidden />
        </button>
      }
    >
      {error && <p className="max-w-72 px-2 py-1.5 text-fg-3">{wordsOf(error)}</p>}
      {data?.items.map((each) => (
        <MenuItem key={each.id} onClick={() => void choose(each.id)}>
          <span className="max-w-80 min-w-0">
            <span className="block truncate">{each.title}</span>
            <span className="block truncate text-xs text-fg-3">{each.text}</span>
          </span>
        </MenuItem>
      ))}
      {data?.items.length === 0 && <p className="px-2 py-1.5 text-fg-3">{t("noReplies")}</p>}
      <MenuSep />
      <MenuItem onClick={() => void navigate("/inbox/templates")}>{t("editReplies")}</MenuItem>
    </Menu>
  );
}
