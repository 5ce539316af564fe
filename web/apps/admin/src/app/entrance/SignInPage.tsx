import { zodResolver } from "@hookform/resolvers/zod";
import { ApiError, signIn, signInWithCode } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Field, Input, PasswordInput } from "@orbita/ui";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { Link, Navigate, useSearchParams } from "react-router";
import * as z from "zod";
import { wordsOf } from "../queries";
import { useSession } from "../session";
import { EntranceFrame } from "./Frame";

/** Only a path of our own: an address of another site would make the sign-in page a lure. */
export const safeReturn = (to: string | null): string => (to && /^\/(?![/\\])/.test(to) ? to : "/");

export function SignInPage() {
  const session = useSession();
  const [params] = useSearchParams();
  const [half, setHalf] = useState<string>();
  if (session.is === "in") {
    return <Navigate to={safeReturn(params.get("to"))} replace />;
  }
  return half === undefined ? (
    <FirstStep onCode={setHalf} />
  ) : (
    <SecondStep half={half} onBack={() => setHalf(undefined)} />
  );
}

/** Counts down to the next try that the server will look at. */
function useWait() {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until <= Date.now()) {
      return;
    }
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  const start = (seconds: number) => {
    setNow(Date.now());
    setUntil(Date.now() + seconds * 1000);
  };
  return { left, start };
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const credentials = z.object({ username: z.string().trim().min(1), password: z.string().min(1) });

function FirstStep({ onCode }: { onCode: (half: string) => void }) {
  const { t } = useTranslation("auth");
  const [refused, setRefused] = useState<string>();
  const [caps, setCaps] = useState(false);
  const wait = useWait();
  const form = useForm({ resolver: zodResolver(credentials), defaultValues: { username: "", password: "" } });
  const { isSubmitting, errors } = form.formState;

  const submit = form.handleSubmit(async ({ username, password }) => {
    setRefused(undefined);
    try {
      const half = await signIn(username, password);
      if (half !== undefined) {
        onCode(half);
      }
    } catch (error) {
      if (error instanceof ApiError && error.status === 429) {
        wait.start(error.retryAfter ?? 30);
      } else {
        setRefused(error instanceof ApiError && error.status === 401 ? t("wrong") : wordsOf(error));
      }
      form.setFocus("password", { shouldSelect: true });
    }
  });

  return (
    <EntranceFrame title={t("signIn")} lead={t("signInLead")}>
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {wait.left > 0 ? (
          <Callout tone="warn">
            <span className="tnum">{t("wait", { time: clock(wait.left) })}</span>
          </Callout>
        ) : (
          refused && <Callout tone="danger">{refused}</Callout>
        )}
        <Field label={t("username")} error={errors.username && t("fill")}>
          <Input
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            {...form.register("username")}
          />
        </Field>
        <Field label={t("password")} error={errors.password && t("fill")} hint={caps ? t("capsLock") : undefined}>
          <PasswordInput
            autoComplete="current-password"
            onKeyUp={(event: KeyboardEvent) => setCaps(event.getModifierState("CapsLock"))}
            {...form.register("password")}
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" busy={isSubmitting} disabled={wait.left > 0} className="mt-1">
          {t("enter")}
        </Button>
        <Link to="/forgot" className="hit self-center rounded px-1 text-fg-3 hover:text-fg">
          {t("forgot")}
        </Link>
      </form>
    </EntranceFrame>
  );
}

const oneCode = z.object({ code: z.string().trim().min(6).max(40) });

function SecondStep({ half, onBack }: { half: string; onBack: () => void }) {
  const { t } = useTranslation("auth");
  const [refused, setRefused] = useState<string>();
  const wait = useWait();
  const form = useForm({ resolver: zodResolver(oneCode), defaultValues: { code: "" } });

  const submit = form.handleSubmit(async ({ code }) => {
    setRefused(undefined);
    try {
      await signInWithCode(half, code);
    } catch (error) {
      if (error instanceof ApiError && error.status === 429) {
        wait.start(error.retryAfter ?? 30);
      } else if (error instanceof ApiError && error.code === "unauthenticated") {
        // The half token is over: the password is asked for once more.
        onBack();
      } else {
        setRefused(wordsOf(error));
      }
      form.setFocus("code", { shouldSelect: true });
    }
  });

  return (
    <EntranceFrame title={t("codeTitle")} lead={t("codeLead")}>
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {wait.left > 0 ? (
          <Callout tone="warn">
            <span className="tnum">{t("wait", { time: clock(wait.left) })}</span>
          </Callout>
        ) : (
          refused && <Callout tone="danger">{refused}</Callout>
        )}
        <Field label={t("code")} error={form.formState.errors.code && t("fill")}>
          <Input
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            className="tnum h-11 text-center text-lg tracking-[0.2em]"
            {...form.register("code")}
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" busy={form.formState.isSubmitting} disabled={wait.left > 0}>
          {t("confirm")}
        </Button>
        <button type="button" onClick={onBack} className="hit self-center rounded px-1 text-fg-3 hover:text-fg">
          {t("otherAccount")}
        </button>
      </form>
    </EntranceFrame>
  );
}
