import { useTranslation } from "@orbita/i18n";
import { MultiSelect } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { tagsQuery } from "./queries";

export default function TagsEdit({ tags, onChange }: { tags: string[]; onChange: (tags: string[]) => void }) {
  const { t } = useTranslation("client");
  const known = useQuery(tagsQuery).data ?? [];
  return (
    <MultiSelect
      label={t("tags")}
      placeholder={t("addTag")}
      value={tags}
      options={known.map((each) => ({ value: each, label: each }))}
      onChange={onChange}
      onCreate={(tag) => onChange([...tags, tag.trim()])}
      className="-ml-1.5 bg-transparent pl-1 shadow-none hover:bg-hover"
    />
  );
}
