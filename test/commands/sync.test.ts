import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { countersign, inFolder } from '../cli.ts';
import { workbook } from '../workbook.ts';

const input = (name: string) => readFileSync(`test/input/sources/${name}.json`);

interface Asked {
  url: string;
  headers: IncomingMessage['headers'];
}

/** Serves files by path with an ETag, as the real servers do, and remembers what was asked. */
async function serving(
  files: Record<string, Buffer | number>,
  work: (base: string, asked: Asked[]) => Promise<void>,
): Promise<void> {
  const asked: Asked[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { url = '', headers } = request;
    asked.push({ url, headers });
    const file = files[url];
    if (file === undefined || typeof file === 'number') return void response.writeHead(file ?? 404).end();
    const etag = `"${file.length}"`;
    if (headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, { etag }).end(file);
  };
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A folder of source files, each as shipped but for its address. */
function sourcesIn(dir: string, over: Record<string, Record<string, unknown>>): string {
  const folder = join(dir, 'sources');
  mkdirSync(folder);
  for (const [id, fields] of Object.entries(over)) {
    const shipped = JSON.parse(readFileSync(`sources/${id}.json`, 'utf8')) as object;
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ ...shipped, ...fields }));
  }
  return folder;
}

const SEARCH = '/api/v1/documents.json?term=x&since=2026-01-01';
const FEDERAL = {
  [SEARCH]: input('fr-search-1'),
  [`${SEARCH}&page=2`]: input('fr-search-2'),
  '/api/v1/documents/2025-07789.json': input('fr-2025-07789'),
  '/api/v1/documents/2026-03100.json': input('fr-2026-03100'),
  '/api/v1/documents/2026-04001.json': input('fr-2026-04001'),
};

test('sync puts what the Federal Register has new up for review; a person makes it an instrument and takes it back', async () => {
  await inFolder(async (dir) => {
    await serving(FEDERAL, async (base, asked) => {
      const record = join(dir, 'record');
      const run = (...args: string[]) => countersign('--record', record, ...args);
      const json = async (...args: string[]) =>
        JSON.parse((await run('instruments', ...args, '--format', 'json')).out) as Record<string, unknown>[];
      await run('init');
      const from = sourcesIn(dir, {
        'federal-register': { addresses: [`${base}/api/v1/documents.json?term=x&since={since}`] },
      });
      const sync = (...args: string[]) =>
        run('sync', 'federal-register', '--sources', from, '--since', '2026-01-01', ...args);

      const first = await sync();
      assert.equal(first.err, '');
      assert.equal(
        first.out,
        'federal-register: 3 documents named, 3 new\n1 policy text waits for a person to look at: countersign instruments --proposed\n',
      );
      const [waiting, ...others] = await json('--proposed');
      assert.deepEqual([waiting?.id, waiting?.state, others.length], ['eo-19999', 'waits', 0]);
      const states = (await json('--proposed', '--all')).map(({ id, state }) => [id, state]);
      assert.deepEqual(states, [
        ['eo-14287', 'held'],
        ['fr-2026-04001', 'not-yet-law'],
        ['eo-19999', 'waits'],
      ]);
      // Nothing is of the record by itself.
      assert.doesNotMatch((await run('instruments', '--all')).out, /Made-Up Order/);

      const second = await sync();
      assert.match(second.out, /3 documents named, 3 known before/);
      const again = asked.slice(asked.length / 2);
      assert.ok(again.every(({ headers }) => headers['if-none-match']));

      const accepted = await run(
        'instruments',
        '--accept',
        'eo-19999',
        '--set',
        'summary=Made up.',
        '--actor',
        'Ana',
      );
      assert.equal(accepted.out, 'decision 1: accept eo-19999 by Ana; it is the instrument eo-19999\n');
      assert.match((await run('instruments', '--accept', 'eo-19999')).err, /is in the record as "eo-19999"/);
      assert.match((await run('instruments', '--accept', 'nothing')).err, /"nothing" is not in the record/);
      assert.match((await run('instruments', '--accept', 'fr-2026-04001')).err, /is no law yet; wait/);
      assert.equal((await run('verify', '--rebuild')).code, 0);

      const undone = await run('review', 'undo', '1', '--reason', 'made up indeed');
      assert.equal(undone.code, 0, undone.err);
      assert.deepEqual(
        (await json('--proposed')).map(({ id, state }) => [id, state]),
        [['eo-19999', 'waits']],
      );
      const rejected = await run(
        'instruments',
        '--reject',
        'eo-19999',
        '--reason',
        'made up',
        '--actor',
        'Ben',
      );
      assert.equal(rejected.code, 0, rejected.err);
      assert.deepEqual(await json('--proposed'), []);
      assert.equal((await run('verify', '--rebuild')).code, 0);
    });
  });
});

test('sync brings ICE’s lists from the page that links them, once', async () => {
  await inFolder(async (dir) => {
    const list = workbook([
      ['STATE', 'LAW ENFORCEMENT AGENCY', 'TYPE', 'COUNTY', 'SUPPORT TYPE', 'SIGNED', 'MOA'],
      [
        'TEXAS',
        'Ector County Sheriff’s Office',
        'County',
        'Ector County',
        'Task Force Model',
        '2026-11-02',
        '',
      ],
    ]);
    const files = {
      '/287g': Buffer.from('<a href="/doc/participatingAgencies11232026am.xlsx">list</a>'),
      '/doc/participatingAgencies11232026am.xlsx': await list,
    };
    await serving(files, async (base, asked) => {
      const record = join(dir, 'record');
      await countersign('--record', record, 'init', '--empty');
      const from = sourcesIn(dir, { 'ice-287g': { addresses: [`${base}/287g`] } });
      const sync = (...args: string[]) => countersign('--record', record, 'sync', '--sources', from, ...args);
      const first = await sync();
      assert.equal(first.err, '');
      assert.match(first.out, /^ice-287g: 1 document named, 1 new list\nadded 1 list with 1 row\n/);
      const status = await countersign(
        '--record',
        record,
        'status',
        '--on',
        '2026-11-23',
        '--format',
        'json',
      );
      assert.match(status.out, /us-tx-ector-county-sheriff/);

      // Its time has not come, unless it is named.
      const soon = await sync();
      assert.match(soon.err, /source "ice-287g" was visited less than 12 hours ago; name it to visit it now/);
      assert.deepEqual([soon.code, asked.length], [0, 2]);
      assert.match((await sync('ice-287g')).out, /^ice-287g: 1 document named, 1 known before\n/);
      assert.equal(asked.length, 4);
      const log = await countersign('--record', record, 'changes', '--of-record', '--from', '2026-01-01');
      assert.match(log.out, /source ice-287g: 1 documents since .* 1 new lists/);
    });
  });
});

test('a public law and bills: keys go in a header and nowhere else; a bill that is no law yet waits for nobody', async () => {
  await inFolder(async (dir) => {
    const files = {
      '/collections/PLAW/x?offsetMark=%2A': input('govinfo-collection'),
      '/packages/PLAW-119publ900/summary': input('govinfo-summary'),
      '/bills?q=x&page=1': input('bills-1'),
      '/bills?q=x&page=2': input('bills-2'),
    };
    await serving(files, async (base, asked) => {
      const record = join(dir, 'record');
      const run = (...args: string[]) => countersign('--record', record, ...args);
      await run('init');
      const from = sourcesIn(dir, {
        govinfo: { addresses: [`${base}/collections/PLAW/x?offsetMark=%2A`] },
        'state-bills': { addresses: [`${base}/bills?q=x&page=1`] },
      });
      const keyless = await run('sync', '--sources', from);
      assert.match(
        keyless.err,
        /source "govinfo" asks for a key, free from https:\S+; put it into GOVINFO_API_KEY/,
      );
      assert.deepEqual([keyless.code, asked.length], [0, 0]);
      assert.equal((await run('sync', 'govinfo', '--sources', from)).code, 1);

      process.env.GOVINFO_API_KEY = 'key-of-nobody';
      process.env.OPENSTATES_API_KEY = 'another-key';
      try {
        const { out, err } = await run('sync', '--sources', from);
        assert.equal(err, '');
        assert.match(
          out,
          /govinfo: 1 document named, 1 new\nstate-bills: 2 documents named, 2 new\n1 policy text waits/,
        );
      } finally {
        delete process.env.GOVINFO_API_KEY;
        delete process.env.OPENSTATES_API_KEY;
      }
      assert.ok(
        asked.every(({ headers }) => /^(key-of-nobody|another-key)$/.test(String(headers['x-api-key']))),
      );
      assert.doesNotMatch(
        readFileSync(join(record, 'record.db')).toString('latin1'),
        /key-of-nobody|another-key/,
      );
      const all = await run('instruments', '--proposed', '--all', '--format', 'json');
      assert.deepEqual(
        (JSON.parse(all.out) as { id: string; state: string }[]).map(({ id, state }) => [id, state]),
        [
          ['pl-119-900', 'waits'],
          ['bill-md-2026-hb444', 'held'],
          ['bill-de-2026-hb99', 'not-yet-law'],
        ],
      );
    });
  });
});

test('what a source does wrong is one line each, is written down, and the rest goes on', async () => {
  await inFolder(async (dir) => {
    const files = {
      ...FEDERAL,
      '/api/v1/documents/2025-07789.json': 503,
      '/api/v1/documents/2026-03100.json': Buffer.from('{"no": "notice"}'),
    };
    await serving(files, async (base) => {
      const record = join(dir, 'record');
      const run = (...args: string[]) => countersign('--record', record, ...args);
      await run('init', '--empty');
      const address = `${base}/api/v1/documents.json?term=x&since={since}`;
      const from = sourcesIn(dir, {
        'federal-register': { addresses: [address] },
        'ice-287g': { addresses: [`${base}/gone`] },
      });
      const { code, out, err } = await run('sync', '--sources', from, '--since', '2026-01-01');
      assert.equal(code, 1);
      assert.match(out, /federal-register: 3 documents named, 1 new/);
      assert.match(err, /2025-07789\.json: the server answered 503/);
      assert.match(err, /2026-03100\.json: notice is no document of the Federal Register/);
      assert.match(err, /gone: the server answered 404/);
      // A visit with faults is no complete one: the next is due at once, and asks for the same days.
      const list = await run('sync', '--list', '--sources', from, '--format', 'json');
      assert.deepEqual(
        (JSON.parse(list.out) as { last: unknown }[]).map(({ last }) => last),
        [null, null],
      );
      assert.match(
        (await run('sync', 'nobody', '--sources', from)).err,
        /source "nobody" is unknown; use one of federal-register, ice-287g/,
      );
      assert.match(
        (await run('sync', '--sources', join(dir, 'nowhere'))).err,
        /folder ".*nowhere" of sources is not there/,
      );
      const file = join(from, 'ice-287g.json');
      assert.equal(
        (await run('sync', '--sources', file)).err,
        `countersign: folder ${JSON.stringify(file)} of sources is a file; give the folder that holds one file per source\n`,
      );
    });
  });
});

test('a feed whose pages lead in a circle is left at the first that comes again, and a title is shown as plain text', async () => {
  await inFolder(async (dir) => {
    const page = (next: number) =>
      Buffer.from(
        JSON.stringify({
          count: 9,
          next_page_url: `https://www.federalregister.gov/api/v1/documents.json?page=${next}`,
          results: [{ document_number: '2026-03100', title: 'T' }],
        }),
      );
    const order = JSON.parse(input('fr-2026-03100').toString()) as object;
    const title = `\u202e${'hostile '.repeat(1000)}`;
    const files = {
      [SEARCH]: page(2),
      [`${SEARCH}&page=2`]: page(1),
      [`${SEARCH}&page=1`]: page(2),
      '/api/v1/documents/2026-03100.json': Buffer.from(
        JSON.stringify({ ...order, title, signing_date: '2999-01-01' }),
      ),
    };
    await serving(files, async (base, asked) => {
      const run = (...args: string[]) => countersign('--record', join(dir, 'record'), ...args);
      await run('init', '--empty');
      const address = `${base}/api/v1/documents.json?term=x&since={since}`;
      const from = sourcesIn(dir, { 'federal-register': { addresses: [address] } });
      const { code, err } = await run('sync', '--sources', from, '--since', '2026-01-01');
      assert.equal(code, 1);
      assert.match(err, /leads back to \S+&page=2; what comes after it is not reached/);
      assert.equal(asked.filter(({ url }) => url.startsWith(SEARCH)).length, 3);

      const { out } = await run('instruments', '--proposed');
      assert.ok(out.split('\n').every((line) => line.length < 400));
      assert.doesNotMatch(out, /\u202e/);
      assert.match(out, /hostile hostile .*…/);
      const [proposed] = JSON.parse((await run('instruments', '--proposed', '--format', 'json')).out) as {
        title: string;
      }[];
      assert.equal(proposed?.title.startsWith('hostile'), true);
      assert.match(
        (await run('instruments', '--accept', 'eo-19999')).err,
        /issued "2999-01-01" of "eo-19999" lies too far ahead; correct it \(of a proposal with --set issued=DAY\)/,
      );
      const accepted = await run(
        'instruments',
        '--accept',
        'eo-19999',
        '--set',
        'issued=2026-03-02',
        '--set',
        'title=Made up',
      );
      assert.equal(accepted.code, 0, accepted.err);
      // It has no provision yet, and stands all the same.
      const standing = await run('instruments', '--all', '--format', 'json');
      const rows = JSON.parse(standing.out) as {
        instrument: string;
        provision: string | null;
        state: string;
      }[];
      assert.deepEqual(
        rows.map(({ instrument, provision, state }) => [instrument, provision, state]),
        [['eo-19999', null, 'in-force']],
      );
      assert.match((await run('instruments', '--on', '2026-03-02')).out, /Made up|eo-19999/);
      assert.doesNotMatch((await run('instruments', '--on', '2026-03-01')).out, /eo-19999/);
      assert.match((await run('instruments', '--all', '--on', '2026-03-01')).out, /eo-19999/);
      assert.doesNotMatch((await run('instruments', '--all', '--topic', 'detainers')).out, /eo-19999/);
    });
  });
});

test('no document is lost beyond the bound or before a first day: a visit that leaves some is asked again from the same day', async () => {
  await inFolder(async (dir) => {
    const address = '/api/v1/documents.json?term=x&since=';
    const files = { ...FEDERAL } as Record<string, Buffer | number>;
    await serving(files, async (base, asked) => {
      const record = join(dir, 'record');
      const run = (...args: string[]) => countersign('--record', record, ...args);
      await run('init', '--empty');
      const from = sourcesIn(dir, {
        'federal-register': { addresses: [`${base}${address}{since}`], most: 1 },
      });
      const sync = (...args: string[]) => run('sync', '--sources', from, ...args);
      const last = async () => {
        const { out } = await run('sync', '--list', '--sources', from, '--format', 'json');
        return (JSON.parse(out) as { last: string | null }[])[0]!.last;
      };
      const left = (count: number) =>
        new RegExp(`source "federal-register" names 3 documents: 1 taken, ${count} left for the next visit`);
      const first = await sync('--since', '2026-01-01');
      assert.match(first.err, left(2));
      assert.deepEqual([first.code, await last()], [0, null]);
      const second = await sync();
      assert.match(second.err, left(1));
      // A later day than is due does not close what is open.
      const later = asked.length;
      files[`${address}2026-11-01`] = Buffer.from('{"count": 0, "results": []}');
      await sync('--since', '2026-11-01');
      assert.ok(asked.slice(later).some(({ url }) => url === `${address}2026-11-01`));
      assert.equal(await last(), null);
      const third = await sync();
      assert.equal(third.err, '');
      assert.match(third.out, /1 new/);
      assert.notEqual(await last(), null);
      const searches = asked.map(({ url }) => url).filter((url) => url === SEARCH);
      assert.equal(searches.length, 3);
      const held = await run('instruments', '--proposed', '--all', '--format', 'json');
      assert.equal((JSON.parse(held.out) as unknown[]).length, 3);
    });
  });
});

test('a first visit from a late day leaves the quarter of a year before it due', async () => {
  await inFolder(async (dir) => {
    const address = '/api/v1/documents.json?term=x&since=';
    const today = new Date().toISOString().slice(0, 10);
    const files: Record<string, Buffer | number> = {
      [`${address}${today}`]: Buffer.from('{"count": 0, "results": []}'),
    };
    await serving(files, async (base, asked) => {
      const record = join(dir, 'record');
      await countersign('--record', record, 'init', '--empty');
      const from = sourcesIn(dir, { 'federal-register': { addresses: [`${base}${address}{since}`] } });
      const sync = (...args: string[]) => countersign('--record', record, 'sync', '--sources', from, ...args);
      assert.equal((await sync('--since', today)).code, 0);
      await sync();
      const quarter = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
      assert.deepEqual(
        asked.map(({ url }) => url),
        [`${address}${today}`, `${address}${quarter}`],
      );
    });
  });
});

test('the shipped sources are whole, and a wrong one is refused with file, value and remedy', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    await countersign('--record', record, 'init', '--empty');
    const { out } = await countersign('--record', record, 'sync', '--list', '--format', 'json');
    const sources = JSON.parse(out) as { source: string; addresses: string[]; licence: string }[];
    assert.deepEqual(
      sources.map(({ source }) => source),
      ['federal-register', 'govinfo', 'ice-287g', 'state-bills'],
    );
    for (const { addresses } of sources)
      for (const address of addresses) assert.match(address, /^https:\/\//);
    const refusals: [Record<string, unknown>, RegExp][] = [
      [{ hours: 'daily' }, /hours "daily" of source ".*ice-287g\.json" is no whole number/],
      [{ addresses: ['ftp://x'] }, /address "ftp:\/\/x" of source .* is no http or https URL/],
      [{ addresses: [] }, /address "" of source/],
      [{ words: 'x' }, /words "x" of source .* is no list of words; write them as/],
      [{ words: [1, 2] }, /words \[1,2\] of source .* is no list of words/],
      [{ key: 'abc' }, /key "abc" of source .* is no key; write it as/],
      [{ key: { variable: 'X', header: 1 } }, /key \{.*\} of source .* is no key/],
      [{ key: null }, /key null of source .* is no key/],
      [{ reader: 'magic' }, /reader "magic" of source .* is unknown; use one of ice-lists/],
    ];
    for (const [index, [fields, message]] of refusals.entries()) {
      mkdirSync(join(dir, String(index)));
      const from = sourcesIn(join(dir, String(index)), { 'ice-287g': fields });
      const refused = await countersign('--record', record, 'sync', '--sources', from);
      assert.equal(refused.code, 1);
      assert.match(refused.err, message);
    }
  });
});
