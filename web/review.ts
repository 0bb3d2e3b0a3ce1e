// Keys for the reviewer's page. Each presses what stands on the page, so that everything also works without.
const KEYS = 'countersign-keys';
const TYPING = 'input:not([type=radio]):not([type=checkbox]), select, textarea';
let sent = false;

const toggle = document.getElementById('keys') as HTMLButtonElement;
const on = () => toggle.ariaPressed === 'true';
const setKeys = (value: boolean) => {
  toggle.ariaPressed = String(value);
  document.body.classList.toggle('no-keys', !value);
};
setKeys(localStorage.getItem(KEYS) !== 'off');
toggle.hidden = false;
toggle.addEventListener('click', () => {
  setKeys(!on());
  localStorage.setItem(KEYS, on() ? 'on' : 'off');
});

// One press, one decision: a second one would fall on the same question, or on the next unseen.
document.addEventListener('submit', (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
addEventListener('pageshow', () => {
  sent = false;
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const target = event.target as HTMLElement;
  const panel = document.querySelector<HTMLDetailsElement>('.actions details[open]');
  if (event.key === 'Escape' && panel) {
    panel.open = false;
    panel.querySelector('summary')!.focus();
    return;
  }
  if (!on() || sent || target.matches(TYPING) || (target.matches('input') && !/[jk]/.test(event.key))) return;
  // A reason is chosen in the panel that is open; letters reach the page.
  const scope = /\d/.test(event.key) ? panel : document;
  const hit = scope?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
  if (!hit) return;
  event.preventDefault();
  if (hit instanceof HTMLDetailsElement) openPanel(hit);
  else hit.click();
});

function openPanel(panel: HTMLDetailsElement): void {
  for (const other of document.querySelectorAll<HTMLDetailsElement>('.actions details'))
    other.open = other === panel;
  const field = panel.querySelector<HTMLInputElement>('#find');
  // Where an agency is missing the search comes first; else whatever is first to choose.
  const first = field?.value ? field : panel.querySelector<HTMLElement>('select, button');
  first?.focus();
  if (first === field) field?.select();
}

const find = document.getElementById('find') as HTMLInputElement | null;
if (find) chooseAsTyped(find, document.getElementById('found')!);

/** The agency chooser: finds while one types; arrow down goes into what was found, Enter there chooses. */
function chooseAsTyped(input: HTMLInputElement, found: HTMLElement): void {
  const form = input.form!;
  const reason = form.querySelector<HTMLInputElement>('[name=reason]')!;
  let waiting = 0;
  const look = async () => {
    const asked = input.value.trim();
    const response = await fetch(`${input.dataset.from!}?q=${encodeURIComponent(asked)}`);
    if (!response.ok || asked !== input.value.trim()) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    found.replaceChildren(...page.body.childNodes);
  };
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    if (input.value.trim().length > 1) waiting = window.setTimeout(look, 120);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    const radio = found.querySelector<HTMLInputElement>('input');
    if (!radio) return;
    radio.checked = true;
    radio.focus();
  });
  found.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    reason.focus();
  });
  // The first button of the form looks an agency up; whoever has given the reason means to save.
  reason.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    form.requestSubmit(form.querySelector<HTMLButtonElement>('button[type=submit]:not([name])'));
  });
}
