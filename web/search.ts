import { count, fill } from '../src/site/phrase.ts';
import { suggest } from './lib/combobox.ts';
import { addressOf, type Name } from './lib/fetching.ts';
import { loadNames, type NameSearch } from './lib/names.ts';

const LIMIT = 30;
const input = document.getElementById('q') as HTMLInputElement;
const results = document.getElementById('results')!;
let loading: Promise<NameSearch> | null = null;
const load = () => (loading ??= loadNames(input.dataset.names!, input.dataset.others!));
suggest(input, load);

// A static host knows nothing of the query: the page answers it itself.
if (results.dataset.delivery === 'files') {
  const q = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  input.value = q;
  if (q !== '') show(q, (await load())(q, LIMIT));
}

function show(q: string, names: Name[]): void {
  const { none, one, other, locale } = results.dataset;
  const head = document.createElement('p');
  head.textContent =
    names.length === 0
      ? fill(none!, { q })
      : count({ one: one!, other: other! }, names.length, locale!, { q });
  const list = document.createElement('ul');
  list.className = 'found';
  list.append(...names.map(item));
  results.replaceChildren(head, list);
}

function item(found: Name): HTMLElement {
  const { name, county, state } = found;
  const element = document.createElement('li');
  const link = document.createElement('a');
  link.href = addressOf(input, found);
  link.textContent = name;
  const place = document.createElement('span');
  place.className = 'soft';
  place.textContent = [county, state].filter(Boolean).join(', ');
  element.append(link, place);
  return element;
}
