import { zodResolver } from "@hookform/resolvers/zod";
import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, ButtonLink, Callout, Field, Input } from "@orbita/ui";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Link } from "react-router";
import * as z from "zod";
import { wordsOf } from "../queries";
import { EntranceFrame } from "./Frame";

const wish = z.object({ username: z.string().trim().min(1).max(254) });

/** The answer is the same whether such a person exists or not. */
export function ForgotPage() {
  const { t } = useTranslation("auth");
  const [promise, setPromise] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const form = useForm({ resolver: zodResolver(wish), defaultValues: { username: "" } });

  const submit = form.handleSubmit(async (body) => {
    setRefused(undefined);
    try {
      setPromise((await take(api.POST("/api/auth/password/forgot", { body }))).text ?? "");
    } catch (error) {
      setRefused(wordsOf(error));
    }
  });

  if (promise !== undefined) {
    return (
      <EntranceFrame title={t("sentTitle")} lead={promise}>
        <p className="text-fg-3">{t("sentHint")}</p>
        <ButtonLink to="/signin" size="lg">
          {t("toSignIn")}
        </ButtonLink>
      </EntranceFrame>
    );
  }
  return (
    <EntranceFrame title={t("forgotTitle")} lead={t("forgotLead")}>
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {refused && <Callout tone="danger">{refused}</Callout>}
        <Field label={t("username")} error={form.formState.errors.username && t("fill")}>
          <Input
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            {...form.register("username")}
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" busy={form.formState.isSubmitting}>
          {t("sendLetter")}
        </Button>
        <Link to="/signin" className="hit self-center rounded px-1 text-fg-3 hover:text-fg">
          {t("toSignIn")}
        </Link>
      </form>
    </EntranceFrame>
  );
}
