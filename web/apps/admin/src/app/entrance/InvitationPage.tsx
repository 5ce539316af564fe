import { zodResolver } from "@hookform/resolvers/zod";
import { ApiError, api, keep, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, ButtonLink, Callout, ErrorBox, Field, Input, Late, PasswordInput, Skeleton } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useNavigate } from "react-router";
import * as z from "zod";
import { refuse } from "@/lib/forms";
import { EntranceFrame } from "./Frame";
import { useLinkToken } from "./link";

const newcomer = z.object({
  name: z.string().trim().min(1).max(200),
  username: z
    .string()
    .trim()
    .min(2)
    .max(100)
    .regex(/^[\p{L}\p{N}._@+-]+$/u),
  password: z.string().min(10).max(200),
});

/** Behind the link of an invitation: who asks, as what, and the three fields it takes. */
export function InvitationPage() {
  const { t } = useTranslation("auth");
  const { t: c } = useTranslation("common");
  const token = useLinkToken();
  const offer = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => take(api.POST("/api/auth/invitation", { body: { token } })),
    enabled: token !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token === "" || (offer.error instanceof ApiError && offer.error.code === "auth.link-gone")) {
    return (
      <EntranceFrame title={t("linkGone")} lead={t("inviteGoneHint")}>
        <ButtonLink to="/signin" size="lg">
          {t("toSignIn")}
        </ButtonLink>
      </EntranceFrame>
    );
  }
  if (offer.error) {
    return (
      <EntranceFrame title={t("inviteLoading")}>
        <ErrorBox error={offer.error} onRetry={() => void offer.refetch()} className="m-0" />
      </EntranceFrame>
    );
  }
  if (!offer.data) {
    return (
      <EntranceFrame title={t("inviteLoading")}>
        <Late>
          <Skeleton className="h-40" />
        </Late>
      </EntranceFrame>
    );
  }
  const { business = "", role = "", email } = offer.data;
  return (
    <EntranceFrame
      title={t("inviteTitle", { business })}
      lead={t("inviteLead", { role: c(`roles.${role as "admin"}`, { defaultValue: role }) })}
    >
      <Acceptance token={token} email={email ?? ""} />
    </EntranceFrame>
  );
}

function Acceptance({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation("auth");
  const navigate = useNavigate();
  const [refused, setRefused] = useState<string>();
  const form = useForm({
    resolver: zodResolver(newcomer),
    defaultValues: { name: "", username: email, password: "" },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    setRefused(undefined);
    try {
      keep(await take(api.POST("/api/auth/invitation/accept", { body: { ...body, token } })));
      void navigate("/", { replace: true });
    } catch (error) {
      setRefused(refuse(form, error));
    }
  });
  const words = (field: keyof typeof errors, own: string) =>
    errors[field] && (errors[field].type === "server" ? errors[field].message : own);
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {refused && <Callout tone="danger">{refused}</Callout>}
      <Field label={t("name")} error={words("name", t("fill"))}>
        <Input autoComplete="name" {...form.register("name")} />
      </Field>
      <Field label={t("login")} hint={t("loginHint")} error={words("username", t("bad.username"))}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} {...form.register("username")} />
      </Field>
      <Field label={t("password")} error={words("password", t("tooShort"))}>
        <PasswordInput autoComplete="new-password" {...form.register("password")} />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={isSubmitting}>
        {t("accept")}
      </Button>
    </form>
  );
}
