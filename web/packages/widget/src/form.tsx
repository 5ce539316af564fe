import { useId, useRef, useState } from "preact/hooks";
import { type Contacts, Failure } from "./api";
import { type Chat, newKey, troubleOf } from "./chat";
import { safeUrl } from "./links";
import type { Words } from "./words";

/** Name, phone or mail, and the consent in the words that are kept with it. What is missing the browser says, what is wrong the server. */
export function ContactForm(props: { chat: Chat; words: Words; consent: string; base: string; onBack: () => void }) {
  const words = props.words.form;
  const [form, setForm] = useState<Contacts>({ name: "", phone: "", email: "" });
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ bot: string | undefined }>();
  const box = useRef<HTMLFormElement>(null);
  // The same press twice is one request to us; another text is another one.
  const key = useRef(newKey());

  async function submit(event: Event) {
    event.preventDefault();
    if (busy) return;
    setTrouble("");
    setWrong({});
    setBusy(true);
    try {
      setDone({ bot: safeUrl(await props.chat.contact(form, key.current), props.base) });
    } catch (error) {
      const fields = error instanceof Failure ? error.fields : {};
      setWrong(fields);
      if (fields.name || fields.phone || fields.email)
        setTimeout(() => box.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      else setTrouble(props.words.problems[troubleOf(error)]);
    }
    setBusy(false);
  }

  if (done) {
    return (
      <div class="g" role="status">
        <p>{words.done}</p>
        {done.bot && (
          <a class="go" href={done.bot} target="_blank" rel="noopener noreferrer">
            {props.words.openBot}
          </a>
        )}
        <button type="button" class="go alt" onClick={props.onBack}>
          {words.back}
        </button>
      </div>
    );
  }

  const field = (name: keyof Contacts, auto: string, required: boolean) => (
    <Field
      label={words[name]}
      value={form[name]}
      wrong={wrong[name]}
      auto={auto}
      required={required}
      set={(value) => {
        key.current = newKey();
        setForm({ ...form, [name]: value });
        setWrong({});
      }}
    />
  );
  return (
    <form class="g" ref={box} onSubmit={submit}>
      <p>{words.intro}</p>
      {field("name", "name", true)}
      {field("phone", "tel", !form.email)}
      {field("email", "email", !form.phone)}
      <label class="k">
        <input type="checkbox" required />
        <span>{props.consent}</span>
      </label>
      {trouble && (
        <div class="e" role="alert">
          {trouble}
        </div>
      )}
      <button type="submit" class="go" disabled={busy}>
        {words.submit}
      </button>
    </form>
  );
}

function Field(props: {
  label: string;
  value: string;
  wrong: string | undefined;
  auto: string;
  required: boolean;
  set: (value: string) => void;
}) {
  const id = useId();
  return (
    <label>
      {props.label}
      <input
        value={props.value}
        required={props.required}
        maxLength={props.auto === "tel" ? 40 : 200}
        inputMode={props.auto === "tel" ? "tel" : props.auto === "email" ? "email" : "text"}
        autoComplete={props.auto}
        aria-invalid={props.wrong ? "true" : undefined}
        aria-describedby={props.wrong && id}
        onInput={(event) => props.set(event.currentTarget.value)}
      />
      {props.wrong && (
        <div class="er" id={id}>
          {props.wrong}
        </div>
      )}
    </label>
  );
}
