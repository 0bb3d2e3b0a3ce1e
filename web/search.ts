import { count, fill, inPrint } from '../src/site/phrase.ts';
import type { SearchWords } from '../src/site/search.tsx';
import { type Held, heldInWords } from '../src/site/search-lines.ts';
import { suggest } from './lib/combobox.ts';
import { addressOf } from './lib/fetching.ts';
import { loadNames, type Name, type NameSearch } from './lib/names.ts';

const input = document.getElementById('q') as HTMLInputElement;
const results = document.getElementById('results')!;
let loading: Promise<NameSearch> | null = null;
const load = () => (loading ??= loadNames(input.dataset.names!, input.dataset.others!));
suggest(input, load);

// A static host knows nothing of the query: the page answers it itself, as the server would.
if (results.dataset.words) {
  const words = JSON.parse(results.dataset.words) as SearchWords;
  const q = (new URLSearchParams(location.search).get('q') ?? '').slice(0, 200);
  input.value = q;
  if (q.trim() !== '') show(q, (await load())(q, words.most), words);
}

function show(q: string, names: Name[], words: SearchWords): void {
  const head = document.createElement('p');
  if (names.length === 0) head.textContent = fill(words.none, { q });
  else if (names.length === words.most) head.textContent = fill(words.first, { n: String(words.most), q });
  else head.textContent = count(words.results, names.length, words.locale, { q });
  const list = document.createElement('ul');
  list.className = 'found';
  list.append(...names.map((name) => item(name, words)));
  results.replaceChildren(head, ...(names.length > 0 ? [list] : []));
}

function item(found: Name, words: SearchWords): HTMLElement {
  const element = document.createElement('li');
  const link = document.createElement('a');
  link.href = addressOf(input, found);
  link.textContent = inPrint(found.name);
  const place = document.createElement('span');
  place.className = 'soft';
  place.textContent = [found.county, words.states[found.state]].filter(Boolean).join(', ');
  element.append(link, place);
  if (found.held) element.append(chip(found.held, words));
  return element;
}

function chip(held: Held, words: SearchWords): HTMLElement {
  const element = document.createElement('span');
  element.className = `chip ${held.look}${held.certain ? '' : ' uncertain'}`;
  element.textContent = heldInWords(held, words);
  return element;
}
