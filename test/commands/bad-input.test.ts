import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { countersign, inFolder } from '../cli.ts';
import { HEADER, participating, workbook } from '../workbook.ts';
import { zipOf } from '../zip.ts';

/** Adds something bad to an empty record and checks: one line on standard error, exit code 1, and no capture. */
async function refused(dir: string, what: string, message: RegExp, ...more: string[]): Promise<void> {
  const { code, out, err } = await countersign('--record', join(dir, 'record'), 'add', what, ...more);
  assert.match(err, message);
  assert.deepEqual([code, err.trim().split('\n').length, out], [1, 1, ''], err + out);
  const status = await countersign('--record', join(dir, 'record'), 'verify');
  assert.match(status.out, /^verified 0 captures/);
}

test('bad input gets one line with the value and the remedy, exit code 1, and leaves nothing behind', async () => {
  await inFolder(async (dir) => {
    const file = (name: string, bytes: Buffer | string) => {
      const path = join(dir, name);
      writeFileSync(path, bytes);
      return path;
    };
    await countersign('--record', join(dir, 'record'), 'init', '--empty');
    const whole = await participating([['TEXAS', 'Smith County Sheriff', 'Task Force Model', '2025-02-18']]);
    await refused(
      dir,
      join(dir, 'none.xlsx'),
      /^countersign: file ".*none\.xlsx" is not there; check the path\n$/,
    );
    await refused(
      dir,
      file('empty.txt', ''),
      /^countersign: file ".*empty\.txt" is empty; give one with contents\n$/,
    );
    await refused(
      dir,
      file('cut.xlsx', whole.subarray(0, 2000)),
      /^countersign: .*zip archive is damaged .*get the file again\n$/,
    );
    await refused(
      dir,
      file(
        'other.xlsx',
        await workbook([
          ['Name', 'Pay'],
          ['a', '1'],
        ]),
      ),
      /a list needs the columns STATE/,
    );
    await refused(
      dir,
      file('program.txt', Buffer.from([0x4d, 0x5a, 0, 1, 2, 3])),
      /is of no kind that is read; give a workbook/,
    );
    await refused(
      dir,
      file('some.txt', 'words'),
      /^countersign: date "yesterday" of --published is no date; write it as 2017-02-22, or 2017-02 or 2017 where no more is known\n$/,
      '--published',
      'yesterday',
    );
    await refused(
      dir,
      file('blank.txt', ' \n\t\n'),
      /blank\.txt: document is blank: it has no letter and no digit; give one with words\n$/,
    );
    await refused(
      dir,
      file('no-book.xlsx', await zipOf({ a: 'b' })),
      /no-book\.xlsx: zip archive is no workbook/,
    );
    await refused(
      dir,
      file('more.txt', 'words'),
      /date "2017-02-22\/\.\." of --published is no date; write it as 2017-02-22/,
      '--published',
      '2017-02-22/..',
    );
    const onto = await countersign('--record', join(dir, 'record'), 'publish', file('taken', 'x'));
    assert.match(
      onto.err,
      /^countersign: folder ".*taken" cannot be written \(ENOTDIR[^\n]*\); give another[^\n]*\n$/,
    );
    assert.equal(onto.code, 1);
    mkdirSync(join(dir, 'nothing'));
    await refused(dir, join(dir, 'nothing'), /folder ".*nothing" holds no files/);
    await refused(dir, 'ftp://example.org/x', /address "ftp:\/\/example\.org\/x" is no http or https URL/);
  });
});

test('a URL that answers 404 is refused in one line, and the failed fetch is recorded', async () => {
  const server = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.xlsx`;
  try {
    await inFolder(async (dir) => {
      await countersign('--record', join(dir, 'record'), 'init', '--empty');
      await refused(
        dir,
        url,
        /^countersign: address "http.*list\.xlsx" gave nothing: the server answered 404 Not Found; check it or try again later\n$/,
      );
      const { openRecord } = await import('../../src/record/index.ts');
      const { db } = await openRecord(join(dir, 'record'));
      const rows = await db.selectFrom('sighting').selectAll().execute();
      assert.deepEqual(
        rows.map(({ capture, origin, status, error }) => ({ capture, origin, status, error })),
        [{ capture: null, origin: url, status: 404, error: 'the server answered 404 Not Found' }],
      );
      await db.destroy();
    });
  } finally {
    server.close();
  }
});

test('one bad file of a folder is told, and the good ones are added', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    mkdirSync(join(dir, 'lists'));
    const whole = await participating([['TEXAS', 'Smith County Sheriff', 'Task Force Model', '2025-02-18']]);
    writeFileSync(join(dir, 'lists', 'participatingAgencies02212025.xlsx'), whole);
    writeFileSync(join(dir, 'lists', 'cut.xlsx'), whole.subarray(0, 1500));
    writeFileSync(join(dir, 'lists', 'sound.ogg'), Buffer.from('OggS\u0000\u0002', 'latin1'));
    await countersign('--record', record, 'init', '--empty');
    const { code, out, err } = await countersign('--record', record, 'add', join(dir, 'lists'));
    assert.match(err, /^countersign: .*cut\.xlsx: zip archive is damaged/);
    assert.match(
      out,
      /^added 1 list with 1 row; passed over 1 file of other kinds: sound\.ogg\n\nparticipating list of 2025-02-21 \(1 row, sha256:[0-9a-f]{12}\): the first of its kind\n$/,
    );
    assert.equal(code, 1);
  });
});

test('a path that is not there is told, and what was named beside it is added', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    const name = join(dir, 'participatingAgencies02212025.xlsx');
    writeFileSync(
      name,
      await participating([['TEXAS', 'Smith County Sheriff', 'Task Force Model', '2025-02-18']]),
    );
    await countersign('--record', record, 'init', '--empty');
    const { code, out, err } = await countersign('--record', record, 'add', join(dir, 'none'), name);
    assert.match(err, /^countersign: file ".*none" is not there; check the path\n$/);
    assert.match(out, /^added 1 list with 1 row\n/);
    assert.equal(code, 1);
  });
});

test('nothing is published after it was seen: a day that lies ahead is refused, or left out where a page says it', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    const page = join(dir, 'page.html');
    const words = 'Smith County Sheriff Ann Roe said her office will not join the 287(g) program. '.repeat(4);
    writeFileSync(
      page,
      `<html><head><meta property="article:published_time" content="2999-01-01T00:00:00Z"></head><body><article><h1>Sheriff</h1><p>${words}</p></article></body></html>`,
    );
    await countersign('--record', record, 'init', '--empty');
    const given = await countersign('--record', record, 'add', page, '--published', '2999-01-01');
    assert.match(
      given.err,
      /^countersign: date "2999-01-01" of --published lies ahead of this clock \(\d{4}-\d\d-\d\d\); check both\n$/,
    );
    assert.equal(given.code, 1);
    const own = await countersign('--record', record, 'add', page);
    assert.match(
      own.err,
      /document "page\.html" dates itself 2999-01-01, after it was seen; that date is left out/,
    );
    assert.equal(own.code, 0);
  });
});

test('many rows without a day of signing are told', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    const name = join(dir, 'participatingAgencies02212025.xlsx');
    const row = (agency: string, signed: string) => [
      'TEXAS',
      agency,
      'County',
      '',
      'Task Force Model',
      signed,
      'link',
      '',
    ];
    const rows = [HEADER, row('Smith County Sheriff', '2/18/2025'), row('Wood County Sheriff', '')];
    writeFileSync(name, await workbook(rows));
    await countersign('--record', record, 'init', '--empty');
    const { code, err } = await countersign('--record', record, 'add', name);
    assert.match(
      err,
      /list ".*" has 1 of 2 rows without a readable day of signing, such as row 3; their agreements stand undated/,
    );
    assert.equal(code, 0);
  });
});

test('a record that is no folder, a day that lies ahead, a capture and an agency that are not there are one line each', async () => {
  await inFolder(async (dir) => {
    const file = join(dir, 'file');
    writeFileSync(file, 'x');
    const record = join(dir, 'record');
    await countersign('--record', record, 'init', '--empty');
    for (const [args, message] of [
      [
        ['--record', file, 'status'],
        /^countersign: record ".*file" is no folder; give the folder of a record with --record\n$/,
      ],
      [
        ['--record', join(dir, 'x'.repeat(300)), 'status'],
        /^countersign: record ".*" cannot be opened \(ENAMETOOLONG.*\); check the path and its permissions\n$/,
      ],
      [
        ['--record', record, 'add', join(dir, 'x'.repeat(300))],
        /^countersign: file ".*" cannot be read \(ENAMETOOLONG/,
      ],
      [['--record', join(file, 'x'), 'init'], /^countersign: record ".*x" is no folder; give/],
      [
        ['--record', record, 'status', '--on', '2999-01-01'],
        /^countersign: date "2999-01-01" of --on lies ahead, .*; give one up to 20/,
      ],
      [
        ['--record', record, 'claims', '--capture', 'zzz'],
        /^countersign: capture "zzz" is not in the record; give the whole SHA-256 of one\n$/,
      ],
      [
        ['--record', record, 'claims', '--agency', 'nope'],
        /^countersign: agency "nope" is not in the record; look for it with/,
      ],
    ] as const) {
      const { code, err, out } = await countersign(...args);
      assert.match(err, message);
      assert.deepEqual([code, out], [1, ''], err);
    }
  });
});

test('words that are not of the vocabulary, days that are none and records that are not there are told', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    const none = await countersign('--record', record, 'status');
    assert.match(
      none.err,
      /^countersign: record ".*" is not there; make one with "countersign --record .* init"\n$/,
    );
    assert.equal(none.code, 1);
    await countersign('--record', record, 'init', '--empty');
    for (const [args, message] of [
      [
        ['status', '--on', '2017-02-30'],
        /date "2017-02-30" of --on is no calendar day; write it as 2017-02-21/,
      ],
      [['status', '--programme', 'jail'], /programme "jail" is unknown; use one of 287g-jail/],
      [['status', '--position', 'yes'], /position "yes" is unknown; use one of takes-part/],
      [['status', '--state', 'Texarkana'], /state "Texarkana" is unknown; use two letters, such as TX/],
      [
        ['changes', '--from', '2026-05-02', '--to', '2026-05-01'],
        /date "2026-05-02" of --from is later than --to 2026-05-01/,
      ],
      [['show', 'nobody'], /agency "nobody" is not in the record; look for it with "countersign find"/],
      [['claims', '--id', 'abc'], /claim "abc" is not in the record/],
      [
        ['find', 'x', '--limit', 'many'],
        /number "many" of --limit is out of range; give one from 1 to 10000/,
      ],
      [['init'], /record ".*" is there already; use it, or give another folder/],
      [['frobnicate'], /^countersign: unknown command 'frobnicate'; see "countersign --help"/],
      [['find'], /^countersign: missing required argument 'text'; see "countersign find --help"/],
      [['find', 'x', '--limt', '3'], /unknown option '--limt' \(Did you mean --limit\?\); see /],
      [['explain', 'x', '--lang', 'fr'], /argument 'fr' is invalid\. Allowed choices are en, es; see /],
    ] as const) {
      const { code, err } = await countersign('--record', record, ...args);
      assert.match(err, message);
      assert.deepEqual([code, err.trim().split('\n').length], [1, 1], err);
    }
  });
});
