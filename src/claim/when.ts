import { addDays, isDay } from '../base/index.ts';
import { matchesOf } from './matches.ts';

/** A date that a text gives, as fine as it gives it, at an offset. */
export interface When {
  start: number;
  end: number;
  /** EDTF. */
  date: string;
  /** A day or a time of the day, such as a statement has; a year or "since 2007" belongs to what is told. */
  fine: 'day' | 'month' | 'year' | 'week' | 'span';
}

const MONTH_NAMES = [
  'jan(?:uary|\\.)?|enero',
  'feb(?:ruary|\\.)?|febrero',
  'mar(?:ch|\\.)?|marzo',
  'apr(?:il|\\.)?|abril',
  'may|mayo',
  'june?|jun\\.|junio',
  'july?|jul\\.|julio',
  'aug(?:ust|\\.)?|agosto',
  'sept(?:ember|\\.)?|septiembre|setiembre',
  'oct(?:ober|\\.)?|octubre',
  'nov(?:ember|\\.)?|noviembre',
  'dec(?:ember|\\.)?|diciembre',
];
const MONTH = `(?:${MONTH_NAMES.join('|')})`;
const MONTH_TESTS = MONTH_NAMES.map((source) => new RegExp(`^(?:${source})$`));
const WEEKDAYS = [
  'sunday|domingo',
  'monday|lunes',
  'tuesday|martes',
  'wednesday|miercoles',
  'thursday|jueves',
  'friday|viernes',
  'saturday|sabado',
];
const WEEKDAY_TESTS = WEEKDAYS.map((source) => new RegExp(`^(?:${source})$`));
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
const SOURCE = [
  `(?<iso>\\d{4}-\\d{2}-\\d{2})`,
  `(?<m1>${MONTH}) (?<d1>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:,? (?<y1>(?:19|20)\\d\\d))?`,
  `(?<d2>\\d{1,2}) de (?<m2>${MONTH})(?: (?:de|del) (?<y2>(?:19|20)\\d\\d))?`,
  `\\b(?<d6>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m6>${MONTH})\\b(?:,? (?<y6>(?:19|20)\\d\\d))?`,
  `(?<m3>${MONTH})(?: of| de| del)?,? (?<y3>(?:19|20)\\d\\d)`,
  `(?<n1>\\d{1,2})/(?<n2>\\d{1,2})/(?<n3>(?:19|20)?\\d\\d)\\b`,
  // "Tuesday, June 30" and "martes 30 de junio" are the day that their number says.
  `\\b(?:(?<rel>last|this|next|el|este|pasado) )?(?<wd>${WEEKDAY})\\b(?!,? (?:${MONTH} \\d{1,2}\\b|\\d{1,2} de ${MONTH}))`,
  `\\b(?<today>today|yesterday|tonight|this (?:morning|afternoon|evening)|hoy|ayer)\\b`,
  `\\b(?:(?<rm>last|this|next) )?(?<m4>${MONTH})\\b(?! \\d)`,
  `\\b(?<span>last|this|earlier this|next) (?<unit>week|month|year|fall|spring|summer|winter)\\b|\\b(?<esp>la semana pasada|esta semana|el mes pasado|este mes|el ano pasado|este ano)\\b`,
  `\\b(?:in|since|of|by|until|from|en|desde|de) (?<y5>(?:19|20)\\d\\d)\\b`,
  `\\b(?<ago>two|three|four|five|six|seven|eight|nine|ten) (?<agou>years|months) (?:ago|after|earlier)\\b`,
].join('|');
const PATTERN = new RegExp(SOURCE, 'g');
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * Every date in a stretch of folded text, resolved against the day of publication; none of them finer than written. A
 * publication known only by its month or year resolves no weekday, and no "last week". `dayFirst` reads 4/2/2025 as
 * 4 February.
 */
export function datesIn(folded: string, source: string | null, dayFirst = false): When[] {
  const published = source !== null && isDay(source) ? source : null;
  const found: When[] = [];
  for (const match of matchesOf(folded, PATTERN)) {
    const resolved = resolve(
      match.groups!,
      published,
      folded.slice(match.index + match[0].length, match.index + match[0].length + 1),
      folded,
      match.index,
      dayFirst,
    );
    if (resolved) found.push({ start: match.index, end: match.index + match[0].length, ...resolved });
  }
  return found;
}

type Resolved = Pick<When, 'date' | 'fine'>;
type Groups = Record<string, string | undefined>;

function resolve(
  g: Groups,
  published: string | null,
  _next: string,
  folded: string,
  at: number,
  dayFirst: boolean,
): Resolved | null {
  if (g.iso) return { date: g.iso, fine: 'day' };
  const named = g.m1 ?? g.m2 ?? g.m6;
  const day = Number(g.d1 ?? g.d2 ?? g.d6);
  if (named) return onDay(monthOf(named), day, g.y1 ?? g.y2 ?? g.y6, published, isFuture(folded, at));
  if (g.m3) return { date: `${g.y3}-${two(monthOf(g.m3))}`, fine: 'month' };
  if (g.n1) {
    const [day, month] = dayFirst ? [Number(g.n1), Number(g.n2)] : [Number(g.n2), Number(g.n1)];
    if (month < 1 || month > 12 || day < 1 || day > 31) return null;
    return { date: `${g.n3!.length === 2 ? `20${g.n3}` : g.n3}-${two(month)}-${two(day)}`, fine: 'day' };
  }
  if (g.wd) return published ? weekday(g.wd, published, isFuture(folded, at) && g.rel !== 'last') : null;
  if (!published) return g.y5 ? { date: g.y5, fine: 'year' } : null;
  if (g.today)
    return { date: /yesterday|ayer/.test(g.today) ? addDays(published, -1) : published, fine: 'day' };
  if (g.m4) return monthAlone(g.m4, g.rm, published, folded, at);
  if (g.esp)
    return spanOf(
      /pasad/.test(g.esp) ? 'last' : 'this',
      /semana/.test(g.esp) ? 'week' : /mes/.test(g.esp) ? 'month' : 'year',
      published,
    );
  if (g.unit) return spanOf(g.span!, g.unit, published);
  if (g.y5) return { date: g.y5, fine: 'year' };
  if (g.ago)
    return g.agou === 'years'
      ? { date: String(Number(published.slice(0, 4)) - NUMBERS.indexOf(g.ago)), fine: 'year' }
      : null;
  return null;
}

function onDay(
  month: number,
  day: number,
  year: string | undefined,
  published: string | null,
  future: boolean,
): Resolved | null {
  if (day < 1 || day > 31) return null;
  if (year) return { date: `${year}-${two(month)}-${two(day)}`, fine: 'day' };
  if (!published) return null;
  const thisYear = `${published.slice(0, 4)}-${two(month)}-${two(day)}`;
  const before = Number(published.slice(0, 4)) - 1;
  // Without a year the nearest one is meant, looking back unless the words look ahead.
  if (thisYear > published && !future && Date.parse(thisYear) - Date.parse(published) > 150 * 86_400_000)
    return { date: `${before}-${two(month)}-${two(day)}`, fine: 'day' };
  if (thisYear < published && future && Date.parse(published) - Date.parse(thisYear) > 150 * 86_400_000)
    return { date: `${before + 2}-${two(month)}-${two(day)}`, fine: 'day' };
  return { date: thisYear, fine: 'day' };
}

function weekday(name: string, published: string, future: boolean): Resolved {
  const wanted = WEEKDAY_TESTS.findIndex((test) => test.test(name));
  const own = new Date(`${published}T00:00:00Z`).getUTCDay();
  const back = (own - wanted + 7) % 7;
  return { date: addDays(published, future ? (7 - back) % 7 : -back), fine: 'day' };
}

function monthAlone(
  name: string,
  rel: string | undefined,
  published: string,
  folded: string,
  at: number,
): Resolved | null {
  // "may" and "march" are mostly verbs.
  const lead = folded.slice(Math.max(0, at - 8), at);
  if (!rel && /^(?:may|march)$/.test(name) && !/\b(?:in|since|until|of|by|early|late|en|from)\s$/.test(lead))
    return null;
  if (/^mar$|^(?:jan|feb|apr|aug|sept|oct|nov|dec)$/.test(name)) return null;
  const month = monthOf(name);
  const year = Number(published.slice(0, 4));
  const own = Number(published.slice(5, 7));
  const future = rel === 'next' || (isFuture(folded, at) && rel !== 'last');
  const shift = month > own && !future ? -1 : month < own && future ? 1 : 0;
  return { date: `${year + shift}-${two(month)}`, fine: 'month' };
}

function spanOf(rel: string, unit: string, published: string): Resolved | null {
  const year = Number(published.slice(0, 4));
  if (unit === 'year')
    return { date: String(year + (rel === 'last' ? -1 : rel === 'next' ? 1 : 0)), fine: 'span' };
  if (unit === 'month')
    return {
      date: addDays(`${published.slice(0, 7)}-15`, rel === 'last' ? -30 : rel === 'next' ? 30 : 0).slice(
        0,
        7,
      ),
      fine: 'month',
    };
  if (unit === 'week') {
    // A week back may lie in two months: then only the year is sure, unless both its ends agree.
    const [from, to] =
      rel === 'last'
        ? [addDays(published, -13), addDays(published, -3)]
        : [addDays(published, -6), published];
    return from.slice(0, 7) === to.slice(0, 7) || rel !== 'last'
      ? { date: to.slice(0, 7), fine: 'week' }
      : { date: addDays(published, -7).slice(0, 7), fine: 'week' };
  }
  const past = unit === 'fall' && rel === 'last' ? -1 : 0;
  return { date: String(year + past), fine: 'span' };
}

const FUTURE =
  /\b(?:will|would|won't|to be|is to|are to|shall|until|by|next|set to|plans? to|begin(?:s|ning)?|start(?:s|ing)?|effective|as of|come|expires?|lapses?|ends|runs out|through|take effect|hasta|a partir)\b/;

function isFuture(folded: string, at: number): boolean {
  return (
    FUTURE.test(folded.slice(Math.max(0, at - 40), at)) &&
    !/\b(?:said|told|announced|wrote|dijo)\b/.test(folded.slice(Math.max(0, at - 14), at)) &&
    // "Had heard nothing as of Monday."
    !/\b(?:had|has|have|no|not|produced|made)\b[^.;]{0,90}\bas of $/.test(
      folded.slice(Math.max(0, at - 120), at),
    )
  );
}

function monthOf(name: string): number {
  return MONTH_TESTS.findIndex((test) => test.test(name)) + 1;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
