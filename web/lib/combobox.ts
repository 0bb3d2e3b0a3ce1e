import { inPrint } from '../../src/site/phrase.ts';
import { addressOf } from './fetching.ts';
import type { Name, NameSearch } from './names.ts';

const SHOWN = 8;

/** Suggests agencies below a search field, by the ARIA pattern of a combobox: arrows choose, Enter opens, Escape closes. */
export function suggest(input: HTMLInputElement, load: () => Promise<NameSearch>): void {
  const list = document.createElement('ul');
  list.className = 'suggest';
  list.id = 'suggest';
  list.role = 'listbox';
  list.ariaLabel = input.labels?.[0]?.textContent ?? '';
  list.hidden = true;
  input.closest('form')!.append(list);
  input.role = 'combobox';
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  input.ariaExpanded = 'false';
  let chosen = -1;
  let search: Promise<NameSearch> | null = null;

  let shown: Name[] = [];
  const show = (names: Name[]) => {
    shown = names;
    list.replaceChildren(...names.map((name, i) => option(name, i)));
    list.hidden = names.length === 0;
    input.ariaExpanded = String(!list.hidden);
    choose(-1);
  };
  const choose = (index: number) => {
    chosen = index;
    [...list.children].forEach((child, i) => {
      child.ariaSelected = String(i === index);
    });
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `suggest-${index}`);
  };
  const open = (name: Name) => {
    location.href = addressOf(input, name);
  };
  const option = (name: Name, index: number) => {
    const item = document.createElement('li');
    item.id = `suggest-${index}`;
    item.role = 'option';
    const place = document.createElement('span');
    place.textContent = ` ${[name.county, name.state].filter(Boolean).join(', ')}`;
    item.append(inPrint(name.name), place);
    // Before the field loses the focus and closes the list.
    item.addEventListener('pointerdown', () => open(name));
    return item;
  };

  input.addEventListener('focus', () => {
    search ??= load();
  });
  input.addEventListener('input', async () => {
    search ??= load();
    const asked = input.value;
    const names = asked.trim().length < 2 ? [] : (await search)(asked, SHOWN);
    if (asked === input.value) show(names);
  });
  input.addEventListener('blur', () => show([]));
  input.addEventListener('keydown', (event) => {
    const count = list.children.length;
    if (count === 0) return;
    if (event.key === 'ArrowDown') choose((chosen + 1) % count);
    else if (event.key === 'ArrowUp')
      choose((chosen + count) % (count + 1) === count ? -1 : (chosen - 1 + count) % count);
    else if (event.key === 'Escape') show([]);
    else if (event.key === 'Enter' && chosen >= 0) open(shown[chosen]!);
    else return;
    event.preventDefault();
  });
}
