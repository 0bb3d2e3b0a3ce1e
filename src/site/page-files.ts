import { setImmediate } from 'node:timers/promises';
import type { RecordReader } from '../record/index.ts';
import type { SiteOptions } from './app.tsx';
import type { PageAnswer } from './ask.ts';
import type { Assets } from './assets.ts';
import type { ContentKeys } from './content-key.ts';
import { agencyCard } from './embed.tsx';
import { makePage } from './page.ts';
import { PAGES } from './pages.tsx';
import { type Snapshot, snapshotOf } from './snapshot.ts';
import { LANGS, type Lang } from './words.ts';

/** The files of a page: as JSON, in every language, and an agency's card. */
export interface PageFiles {
  /** Names of the files, in the order in which to write them. */
  names: string[];
  /** The key of their content, or null. */
  key: string | null;
  /** Their texts, by name. */
  make(): AsyncGenerator<[name: string, text: string]>;
}

/**
 * Makes the files of pages by the same answers that the served routes give. No request and no response stands between:
 * they cost as much as a small page, and hold on to what they carried until the next great collection of garbage.
 */
export async function pageMaker(
  reader: RecordReader,
  assets: Assets,
  keys: ContentKeys,
  { outlook = true, base = null }: Pick<SiteOptions, 'outlook'> & { base?: string | null },
): Promise<(path: string) => Promise<PageFiles>> {
  const snapshot: Snapshot = await snapshotOf(reader);
  const pageAt = (lang: Lang, path: string) => makePage(lang, path, 'files', snapshot, assets, { base });
  const answerAt = async (lang: Lang, path: string): Promise<PageAnswer> => {
    const { load, id } = routeOf(path);
    const page = pageAt(lang, path);
    const answer = await load({ page, reader, id, query: () => undefined, outlook });
    if (answer === null || 'redirect' in answer) throw new Error(`publishing /${path} found no page`);
    // The driver frees its statements only when the event loop turns; without this, memory grows with every page.
    await setImmediate();
    return answer;
  };
  return async (path) => {
    const first = await answerAt('en', path);
    const card = path.startsWith('agency/') ? `embed/${path}.html` : null;
    return {
      names: [
        `${path || 'index'}.json`,
        ...LANGS.map((lang) => fileOf(lang, path)),
        ...(card === null ? [] : [card]),
      ],
      key: keys.page(first),
      async *make() {
        yield [`${path || 'index'}.json`, JSON.stringify(first.data)];
        for (const lang of LANGS) {
          const { view } = lang === 'en' ? first : await answerAt(lang, path);
          yield [fileOf(lang, path), `<!doctype html>${view()}`];
        }
        if (card !== null)
          yield [card, (await agencyCard(pageAt('en', `embed/${path}`), reader, path.slice(7)))!];
      },
    };
  };
}

function routeOf(path: string): { load: (typeof PAGES)[number]['load']; id: string } {
  const [kind, id] = path.split('/');
  const route = PAGES.find((one) => one.path === (id === undefined ? `/${kind}` : `/${kind}/:id`));
  if (!route) throw new Error(`no page answers /${path}`);
  return { load: route.load, id: id ?? '' };
}

function fileOf(lang: Lang, path: string): string {
  return `${lang === 'en' ? '' : `${lang}/`}${path || 'index'}.html`;
}
