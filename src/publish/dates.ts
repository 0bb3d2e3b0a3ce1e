import { addDays, boundsOf, type Day } from '../base/index.ts';
import type { Approx } from '../record/index.ts';

/** How a language writes dates: months, and phrases in which `{a}` and `{b}` are filled in. */
export interface DateWords {
  months: readonly string[];
  /** `{d}`, `{m}`, `{y}`. */
  day: string;
  month: string;
  unknown: string;
  about: string;
  on: string;
  in: string;
  between: string;
  orBefore: string;
  orLater: string;
}

/** A day: `21 February 2017`. Written here and not by the machine's locale data: the same in every version of Node. */
export function dayText(day: Day, words: DateWords): string {
  const [y, m, d] = day.split('-') as [string, string, string];
  return filled(words.day, { d: String(Number(d)), m: words.months[Number(m) - 1] ?? m, y });
}

/** When something was, after a verb: `on 21 February 2017`, `in March 2017`, `some day between … and …`. Never finer than its source. */
export function whenText({ min, max, about }: Approx, words: DateWords): string {
  if (min === null && max === null) return words.unknown;
  if (min === null) return filled(words.orBefore, { a: dayText(max ?? '', words) });
  if (max === null) return filled(words.orLater, { a: dayText(min, words) });
  if (about) return filled(words.about, { a: periodText(min, max, words) ?? dayText(max, words) });
  if (min === max) return filled(words.on, { a: dayText(min, words) });
  const period = periodText(min, max, words);
  if (period) return filled(words.in, { a: period });
  return filled(words.between, { a: dayText(min, words), b: dayText(max, words) });
}

/** When an EDTF date is, after a verb. */
export function edtfText(edtf: string, words: DateWords): string {
  const bounds = boundsOf(edtf.replace(/^\//, '../').replace(/\/$/, '/..'));
  return bounds ? whenText({ ...bounds, about: /[~?%]/.test(edtf) }, words) : edtf;
}

/** A whole month or a whole year by its name, else null. */
function periodText(min: Day, max: Day, words: DateWords): string | null {
  if (!min.endsWith('-01') || !addDays(max, 1).endsWith('-01')) return null;
  const [y, m] = min.split('-') as [string, string];
  if (min.slice(0, 7) === max.slice(0, 7))
    return filled(words.month, { m: words.months[Number(m) - 1] ?? m, y });
  return min === `${y}-01-01` && max === `${y}-12-31` ? y : null;
}

/** A phrase with its `{names}` filled in. */
export function filled(phrase: string, values: Record<string, string>): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
