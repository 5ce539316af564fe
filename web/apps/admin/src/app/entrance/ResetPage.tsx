import { zodResolver } from "@hookform/resolvers/zod";
import { ApiError, api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, ButtonLink, Callout, Field, PasswordInput, toast } from "@orbita/ui";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useNavigate } from "react-router";
import * as z from "zod";
import { refuse } from "@/lib/forms";
import { EntranceFrame } from "./Frame";
import { useLinkToken } from "./link";

const fresh = z
  .object({ password: z.string().min(10).max(200), again: z.string() })
  .refine(({ password, again }) => password === again, { path: ["again"] });

/** Behind the link of the letter. */
export function ResetPage() {
  const { t } = useTranslation("auth");
  const navigate = useNavigate();
  const token = useLinkToken();
  const [gone, setGone] = useState(token === "");
  const [refused, setRefused] = useState<string>();
  const form = useForm({ resolver: zodResolver(fresh), defaultValues: { password: "", again: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ password }) => {
    setRefused(undefined);
    try {
      await take(api.POST("/api/auth/password/reset", { body: { token, password } }));
      toast.done({ title: t("resetDone") });
      void navigate("/signin", { replace: true });
    } catch (error) {
      if (error instanceof ApiError && error.code === "auth.link-gone") {
        setGone(true);
      } else {
        setRefused(refuse(form, error));
      }
    }
  });

  if (gone) {
    return (
      <EntranceFrame title={t("linkGone")} lead={t("linkGoneHint")}>
        <ButtonLink to="/forgot" size="lg" variant="primary">
          {t("forgotTitle")}
        </ButtonLink>
      </EntranceFrame>
    );
  }
  return (
    <EntranceFrame title={t("resetTitle")} lead={t("resetLead")}>
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {refused && <Callout tone="danger">{refused}</Callout>}
        <Field
          label={t("newPassword")}
          error={errors.password && (errors.password.type === "server" ? errors.password.message : t("tooShort"))}
        >
          <PasswordInput autoComplete="new-password" {...form.register("password")} />
        </Field>
        <Field label={t("repeat")} error={errors.again && t("mismatch")}>
          <PasswordInput autoComplete="new-password" {...form.register("again")} />
        </Field>
        <Button type="submit" variant="primary" size="lg" busy={isSubmitting}>
          {t("setPassword")}
        </Button>
      </form>
    </EntranceFrame>
  );
}
