// The page works without this file. With it: the visit is counted, and the form answers in place.
(() => {
  'use strict';
  const business = document.documentElement.dataset.business;
  if (!business) return;
  const KEY = 'orbita.visitor.' + business;
  const remember = token => { try { localStorage.setItem(KEY, token); } catch { /* private windows keep nothing */ } };
  const known = () => { try { return localStorage.getItem(KEY) || undefined; } catch { return undefined; } };
  const send = (path, body, headers) => fetch(path, {
    method: 'POST', credentials: 'omit', headers: {'Content-Type': 'application/json', 'Accept-Language': 'ru', ...headers}, body: JSON.stringify(body)});
  const marks = () => {
    const found = {};
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (/^utm_[a-z_]{1,30}$/.test(name) && value && Object.keys(found).length < 10) found[name] = value.slice(0, 300);
    }
    return found;
  };

  const visit = send('/api/website/visit', {business, visitor: known()})
    .then(answer => answer.ok ? answer.json() : null)
    .then(answer => { if (answer && answer.visitor) remember(answer.visitor); })
    .catch(() => { /* not counted, nothing else is lost */ });

  const form = document.getElementById('ask');
  if (!form) return;
  const alertBox = form.querySelector('.alert');
  const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
  // One key for one filled form: a second press, or a retry after a lost answer, is the same request.
  let key = fresh();

  const show = (name, text) => {
    const field = form.elements.namedItem(name);
    const place = document.getElementById(name + '-error');
    if (!field || !place) return false;
    field.setAttribute('aria-invalid', text ? 'true' : 'false');
    place.textContent = text;
    return true;
  };
  const alarm = text => { alertBox.textContent = text; alertBox.hidden = !text; };
  form.addEventListener('input', event => {
    key = fresh();
    if (event.target.name) show(event.target.name, '');
  });

  form.addEventListener('submit', async event => {
    event.preventDefault();
    alarm('');
    ['name', 'phone', 'email', 'message', 'consent'].forEach(name => show(name, ''));
    const given = Object.fromEntries(new FormData(form));
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      await visit;
      const answer = await send('/api/website/contact-form', {
        business, name: given.name, phone: given.phone || undefined, email: given.email || undefined, message: given.message || undefined,
        consent: given.consent === 'true', website: given.website || undefined, visitor: known(), utm: marks()}, {'Idempotency-Key': key});
      const body = await answer.json().catch(() => ({}));
      if (answer.ok) return done(body.bot_url);
      const wrong = (body.errors || []).filter(error => show(error.field, error.message));
      if (wrong.length) form.elements.namedItem(wrong[0].field).focus();
      else alarm(body.detail || 'Не получилось отправить. Попробуйте ещё раз.');
    } catch {
      alarm('Нет связи. Проверьте интернет и отправьте ещё раз: написанное не пропало.');
    } finally {
      button.disabled = false;
    }
  });

  const done = bot => {
    const sent = document.getElementById('sent');
    const link = sent.querySelector('a');
    if (bot && /^https?:\/\//.test(bot)) link.href = bot;
    else link.remove();
    form.hidden = true;
    sent.hidden = false;
    sent.querySelector('h3').focus();
  };
})();
