import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Claim } from '../../src/claim/index.ts';
import { whereOf } from '../../src/claim/places.ts';
import { statementClaims } from '../../src/claim/statement.ts';
import { readHtml, readText, type TextReading } from '../../src/read/index.ts';
import { atlasGazetteer } from './atlas.ts';

const SHARED = new URL('../../../shared/data/', import.meta.url);
const gazetteer = atlasGazetteer();
const read = (text: string): TextReading => readText(new TextEncoder().encode(text));
const claimsOf = (reading: TextReading, published: string | null, publisher: string | null = null): Claim[] =>
  statementClaims(reading, { published, publisher, gazetteer, capture: 'sha256:test' });
const exacts = (claim: Claim): string[] =>
  claim.evidence.map((evidence) => (evidence.type === 'text' ? evidence.exact : ''));

function line(claim: Claim): string {
  const { agency, programme, position, speaker, role, onBehalfOf, via, date, speaksForAgency } = claim;
  return [
    agency.name,
    agency.state,
    programme,
    position,
    speaker,
    role,
    onBehalfOf,
    via,
    date,
    speaksForAgency,
  ].join(' | ');
}

test('the founding article', (t) => {
  const path = new URL('seed/article.txt', SHARED);
  if (!existsSync(path)) return t.skip('../shared/data/seed is not here');
  const reading = readText(readFileSync(path));
  const claims = claimsOf(reading, '2017-02-22');
  assert.deepEqual(claims.map(line), [
    "Cook County Sheriff's Office | IL | enforcement | declines | Cara Smith | policy chief | Tom Dart | Chicago Tribune | 2017-02-21 | true",
    "Cook County Sheriff's Office | IL | enforcement | not-approached | Cara Smith | policy chief | Tom Dart | Chicago Tribune | 2017-02-21 | true",
    "Harris County Sheriff's Office | TX | 287g-jail | ends | Ed Gonzalez | sheriff |  | Houston Chronicle | 2017-02-21 | true",
    'Los Angeles Police Department | CA | enforcement | declines | Charlie Beck | chief |  | Los Angeles Times | 2016-11 | true',
    'Los Angeles Police Department | CA | enforcement | unchanged | Charlie Beck | chief |  | Los Angeles Times | 2016-11 | true',
  ]);
  const begins = (n: number): string[] => exacts(claims[n]!).map((exact) => exact.slice(0, 30));
  assert.deepEqual(begins(0), ['An official with Chicago’s Coo', '“We have not been approached n']);
  assert.deepEqual(begins(1), ['“We have not been approached n']);
  assert.deepEqual(begins(2), ['Houston’s Harris County Sherif', 'The partnership created a team']);
  assert.deepEqual(begins(3), [
    'Los Angeles Police Department ',
    'We are not going to engage in ',
    '“We are not going to work in c',
    'That is not our job, nor will ',
  ]);
  assert.deepEqual(begins(4), ['“I don’t intend on doing anyth']);
  const furniture = reading.blocks.filter((block) => block.kind === 'furniture' || block.kind === 'caption');
  for (const evidence of claims.flatMap((claim) => claim.evidence)) {
    if (evidence.type === 'text')
      assert.ok(!furniture.some((block) => evidence.start < block.end && evidence.end > block.start));
  }
});

test('no claim from a gold document that has none; a claim twice gives the same id', (t) => {
  const manifest = new URL('gold-claims/gold.jsonl', SHARED);
  if (!existsSync(manifest)) return t.skip('../shared/data/gold-claims is not here');
  for (const row of readFileSync(manifest, 'utf8').trim().split('\n')) {
    const { id, published, publisher, claims } = JSON.parse(row) as {
      id: string;
      published: string;
      publisher: string | null;
      claims: unknown[];
    };
    // Odd numbers are kept for measuring.
    if (Number(id.slice(3)) % 2 === 1) continue;
    const html = new URL(`gold-claims/documents/${id}.html`, SHARED);
    const reading = existsSync(html)
      ? readHtml(readFileSync(html))
      : readText(readFileSync(new URL(`gold-claims/documents/${id}.txt`, SHARED)));
    const found = claimsOf(reading, published, publisher);
    if (claims.length === 0) assert.deepEqual(found, [], id);
    assert.deepEqual(
      claimsOf(reading, published, publisher).map((claim) => claim.id),
      found.map((claim) => claim.id),
    );
    assert.equal(new Set(found.map((claim) => claim.id)).size, found.length, id);
  }
});

test('a doubtful county is left open, context decides', () => {
  const said =
    'The Cook County sheriff’s office does not honor ICE detainers, Sheriff Ann Bell said Tuesday.';
  const state = (text: string): (string | null)[] =>
    claimsOf(read(`Detainers refused\n\n${text}\n`), '2020-05-07').map((claim) => claim.agency.state);
  assert.deepEqual(state(said), [null]);
  assert.deepEqual(state(`ADEL, Ga. — ${said}`), ['GA']);
  assert.deepEqual(state(`Chicago’s ${said.slice(4)}`), ['IL']);
});

test('a mayor, an outsider and the agency itself do not speak alike', () => {
  const text = `Police and ICE

AUSTIN, Texas — The Austin Police Department does not ask about immigration status, the department said Monday.

Mayor Rosa Vale said police will not help ICE.
`;
  assert.deepEqual(claimsOf(read(text), '2025-03-05').map(line), [
    'Austin Police Department | TX | status-inquiry | declines |  |  |  |  | 2025-03-03 | true',
    'Austin Police Department | TX | enforcement | declines | Rosa Vale | mayor |  |  | 2025-03-03 | false',
  ]);
});

test('an agency’s own page is its word', () => {
  const text =
    'Immigration holds\n\nThe Sheriff’s Office does not hold any person for ICE without a warrant signed by a judge.\n';
  const [claim] = claimsOf(read(text), '2024-06-01', "Dane County Sheriff's Office");
  assert.equal(
    line(claim!),
    "Dane County Sheriff's Office | WI | detainers | limits |  |  |  |  | 2024-06-01 | true",
  );
});

test('evidence re-anchors whatever the text', () => {
  const pieces = [
    'MADISON, Wis. — The Dane County Sheriff’s Office ended its 287(g) agreement on Monday.',
    '“We do not honor ICE detainers,” Sheriff Dave Mahoney said.',
    'Related Articles',
    'GettyImages-1',
    'El sheriff dijo que no colabora con ICE.',
    '\n\n',
    '\r\n',
    ' \u00a0',
    '“',
    '🛂 İ',
    '.',
    'Sheriff Sheriff',
    '\t|',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 12 })), {
        maxLength: 20,
      }),
      (parts) => {
        const reading = read(`${parts.join(' ')} x`);
        for (const claim of claimsOf(reading, '2019-07-15')) {
          assert.ok(claim.evidence.length > 0);
          for (const evidence of claim.evidence) {
            assert.ok(evidence.type === 'text');
            assert.equal(reading.text.slice(evidence.start, evidence.end), evidence.exact);
            assert.ok(reading.text.slice(0, evidence.start).endsWith(evidence.prefix));
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('a paragraph without end is left unread, and a sentence without end gives nothing', () => {
  const claim = 'The Dane County sheriff said his jail does not hold people for ICE past their release. ';
  assert.deepEqual(claimsOf(read(`Title\n\n${claim.repeat(3000)}\n`), '2024-06-01'), []);
  assert.equal(claimsOf(read(`Title\n\n${claim.repeat(3)}\n`), '2024-06-01').length, 1);
  assert.deepEqual(claimsOf(read(`Title\n\n${claim.replaceAll('.', ',').repeat(200)}\n`), '2024-06-01'), []);
});

test('towns: their police, the sheriff of their county, and the town that heads an item', () => {
  const text = `Towns and ICE

SALEM, Ore. — In Eugene, police do not take part in immigration raids, Chief Ann Bell said Monday.

• Bend, Ore. — The police department said Monday that it does not help ICE.
`;
  assert.deepEqual(
    claimsOf(read(text), '2025-03-05').map(
      (claim) => `${claim.agency.name} ${claim.programme} ${claim.position}`,
    ),
    ['Eugene Police Department joint-operations declines', 'Bend Police Department enforcement declines'],
  );
});

test('the rows under a lead that only the topic explains', () => {
  const text = `Agencies and ICE

Five agencies in Texas have signed 287(g) agreements since January.

Pending applications:

Aransas County Sheriff's Office
Refugio County Sheriff's Office
`;
  assert.deepEqual(
    claimsOf(read(text), '2025-03-20').map(
      (claim) => `${claim.agency.name} ${claim.programme} ${claim.position}`,
    ),
    ["Aransas County Sheriff's Office 287g will-join", "Refugio County Sheriff's Office 287g will-join"],
  );
});

const brief = (text: string, published = '2025-03-05', publisher: string | null = null): string[] =>
  claimsOf(read(text), published, publisher).map(
    ({ agency, programme, position, speaker, date, speaksForAgency }) =>
      [agency.name, programme, position, speaker, date, speaksForAgency].join(' | '),
  );

test('a reason given in passing is no condition, and a paper that does not suffice is none', () => {
  const lead = 'Jails and ICE\n\nMACON, Ga. — ';
  assert.deepEqual(
    brief(
      `${lead}The Bibb County sheriff honors every ICE detainer, as state law requires, he said Monday.\n`,
    ),
    ["Bibb County Sheriff's Office | detainers | takes-part |  | 2025-03-03 | true"],
  );
  assert.deepEqual(
    brief(
      `${lead}The Bibb County jail will not hold anyone solely on an ICE detainer, Sheriff Ann Bell said Monday.\n`,
    ),
    ["Bibb County Sheriff's Office | detainers | declines | Ann Bell | 2025-03-03 | true"],
  );
});

test('not asked, in words of receiving; said the sheriff, but not "said the sheriff should"', () => {
  const lead = 'ICE\n\nMACON, Ga. — ';
  assert.deepEqual(
    brief(
      `${lead}The Bibb County Sheriff's Office has not received a request from ICE to join 287(g), Sheriff Ann Bell said Monday.\n`,
    ),
    ["Bibb County Sheriff's Office | 287g | not-approached | Ann Bell | 2025-03-03 | true"],
  );
  assert.deepEqual(
    brief(
      `${lead}Bibb County Sheriff Ann Bell was not there. An organizer, Hope Dale, said the sheriff should never hold anyone for ICE.\n`,
    ),
    [],
  );
});

test('minutes: a motion that carried is the body’s act', () => {
  const text = `CITY OF OCALA, FLORIDA
CITY COUNCIL MINUTES

Police Chief Ray Dunn presented a memorandum of agreement with U.S. Immigration and Customs Enforcement.

Motion by Council Member Hale, second by Council Member Ortiz, to authorize the Police Chief to execute the Memorandum. Motion carried 5-0.
`;
  assert.deepEqual(brief(text, '2025-03-05', 'City of Ocala'), [
    'Ocala Police Department | 287g | will-join | City Council | 2025-03-05 | false',
  ]);
});

test('a Spanish release is its agency’s word, and a U.S. in the middle ends no sentence', () => {
  const text = `COMUNICADO

LAS CRUCES, Nuevo México — La Oficina del Alguacil del Condado de Doña Ana aclara que sus agentes no tuvieron ninguna participación en el operativo de ayer. Tampoco fuimos avisados. Es un asunto de inmigración.
`;
  assert.deepEqual(brief(text, '2025-11-06', 'Oficina del Alguacil del Condado de Doña Ana'), [
    "Doña Ana County Sheriff's Office | joint-operations | declines |  | 2025-11-06 | true",
    "Doña Ana County Sheriff's Office | joint-operations | not-approached |  | 2025-11-06 | true",
  ]);
  assert.deepEqual(
    brief(
      'ICE\n\nMACON, Ga. — The Macon City Council voted Monday to cancel the agreement under which Macon police may stop and question people for U.S. Immigration and Customs Enforcement.\n',
    ),
    ['Macon Police Department | 287g | ends | Macon City Council | 2025-03-03 | false'],
  );
});

test('whom a law bars, what will stop, what was cut off', () => {
  const lead = 'ICE\n\nMACON, Ga. — ';
  assert.deepEqual(
    brief(
      `${lead}State law bars Bibb County deputies from helping federal agents enforce immigration law, Sheriff Ann Bell said Monday.\n`,
    ),
    ["Bibb County Sheriff's Office | enforcement | declines | Ann Bell | 2025-03-03 | true"],
  );
  assert.deepEqual(
    brief(
      `${lead}The Bibb County Sheriff's Office has cut immigration agents off from its license plate cameras, Sheriff Ann Bell said Monday.\n`,
    ),
    ["Bibb County Sheriff's Office | information-sharing | ends | Ann Bell | 2025-03-03 | true"],
  );
  assert.deepEqual(
    brief(
      `${lead}Bibb County Sheriff Ann Bell said Monday that her office's cooperation with ICE will end.\n`,
    ),
    ["Bibb County Sheriff's Office | enforcement | ends | Ann Bell | 2025-03-03 | true"],
  );
});

test('a sheriff of the county named before him; one in training does not make all untrained', () => {
  const text = `287(g)

MACON, Ga. — Bibb County Sheriff Ann Bell has signed a 287(g) agreement. Houston County and Jones County have had one for years.

In Peach County, Sheriff Joe Dale said Monday that he signed a 287(g) agreement; his deputies will be trained in May.

Monroe County, where Forsyth lies, has been in the 287(g) program since 2019.
`;
  const found = brief(text);
  assert.ok(
    found.includes("Peach County Sheriff's Office | 287g | will-join | Joe Dale | 2025-03-03 | true"),
    found.join(),
  );
  assert.ok(
    found.some((line) => line.startsWith("Monroe County Sheriff's Office | 287g | takes-part")),
    found.join(),
  );
});

test('a jail run by a warden or a jailer is its own, and a candidate’s plan is none', () => {
  assert.deepEqual(
    brief(
      'ICE\n\nREADING, Pa. — Berks County Prison does not honor ICE detainers, Warden Ray Dunn said Monday.\n',
    ),
    ['Berks County Prison | detainers | declines | Ray Dunn | 2025-03-03 | true'],
  );
  assert.deepEqual(
    brief(
      'ICE\n\nREADING, Pa. — Candidates for Berks County sheriff met. Republican Art Dunn said Monday that if he wins he will seek a 287(g) agreement.\n',
    ),
    [],
  );
});

test('"no more than" and "nothing has changed" end and refuse nothing; "are allowed" is nobody’s word', () => {
  const lead = 'ICE\n\nMACON, Ga. — ';
  assert.deepEqual(
    brief(
      `${lead}The Bibb County jail holds people on ICE detainers for no more than 48 hours, Sheriff Ann Bell said Monday.\n`,
    ),
    ["Bibb County Sheriff's Office | detainers | takes-part | Ann Bell | 2025-03-03 | true"],
  );
  assert.deepEqual(
    brief(
      `${lead}Nothing has changed in how the Bibb County jail treats immigration detainers, Sheriff Ann Bell said Monday.\n`,
    ),
    ["Bibb County Sheriff's Office | detainers | unchanged | Ann Bell | 2025-03-03 | true"],
  );
  assert.deepEqual(
    brief(
      `${lead}ICE agents are allowed to interview inmates who consent in writing in the Bibb County jail.\n`,
    ),
    ["Bibb County Sheriff's Office | jail-access | limits |  | 2025-03-05 | false"],
  );
});

test('a spokeswoman with a rank has her name, and a town its state between', () => {
  assert.deepEqual(
    brief(
      'ICE\n\nMacon police do not take part in immigration enforcement, a spokeswoman, Sgt. Jen Ciacco of Georgia, said Monday in Macon, Georgia.\n',
    ),
    ['Macon Police Department | enforcement | declines | Jen Ciacco | 2025-03-03 | true'],
  );
  assert.deepEqual(
    brief(
      'ICE\n\nEnid, Oklahoma, Police Chief Bryan Skaggs said Monday he is still weighing whether to sign a 287(g) agreement with ICE.\n',
    ),
    ['Enid Police Department | 287g | undecided | Bryan Skaggs | 2025-03-03 | true'],
  );
});

test('the terms of an agreement are no claims beside it, nor is what an outsider says others want', () => {
  const lead = 'ICE\n\nMACON, Ga. — ';
  assert.deepEqual(
    brief(
      `${lead}The Bibb County Sheriff's Office signed a 287(g) agreement that lets its deputies hold people for ICE past their release, Sheriff Ann Bell said Monday.\n`,
    ),
    ["Bibb County Sheriff's Office | 287g | takes-part | Ann Bell | 2025-03-03 | true"],
  );
  assert.deepEqual(
    brief(
      `${lead}"Members of the Macon Police Department want to cooperate with ICE," Dunn, president of the police union, told a radio host.\n`,
    ),
    [],
  );
});

test('who speaks: not the appositive’s chief, nor the governor of an aside', () => {
  const lead = 'ICE\n\nMACON, Ga. — ';
  assert.deepEqual(
    brief(`${lead}"We do not help ICE," Art Dale, the chief of police in Macon, told reporters Monday.\n`),
    ['Macon Police Department | enforcement | declines | Art Dale | 2025-03-03 | true'],
  );
  assert.deepEqual(
    brief(
      `${lead}One day after the governor spoke of it, the Macon City Council voted Monday to let the police department join ICE's 287(g) program.\n`,
    ),
    ['Macon Police Department | 287g | will-join | Macon City Council | 2025-03-03 | false'],
  );
});

test('who joined in Spanish, and a list behind "and so are"', () => {
  assert.deepEqual(
    brief(
      'ICE\n\nCORPUS CHRISTI, Texas — El sheriff del condado de Nueces tiene el programa 287(g) con ICE. El condado de Refugio se sumó al programa en julio.\n',
    ).map((line) => line.split(' | ').slice(0, 3).join(' | ')),
    [
      "Nueces County Sheriff's Office | 287g | takes-part",
      "Refugio County Sheriff's Office | 287g | takes-part",
    ],
  );
});

test('the head of minutes is no dateline', () => {
  const where = (text: string) => whereOf(text, text.split('\n'), gazetteer, null);
  assert.equal(where('TOWN OF WELLS — BOARD OF SELECTMEN\nMaine').city, null);
  assert.equal(where('OKLAHOMA CITY — Deputies').state, 'OK');
  assert.equal(where('JERSEY CITY, N.J. — Deputies').city, 'Jersey City');
});

test('a step goes to the county named before the sheriff, never to police or to the next office that is named', () => {
  assert.deepEqual(
    brief(
      'FORSYTH, Ga. — Monroe County will work with ICE. Sheriff Al Roe signed the warrant service officer agreement with ICE, he said.\n\nThe Bibb County Sheriff’s Office has no say in it. Forsyth police were not there.\n',
    ).filter((line) => line.includes('287g')),
    ["Monroe County Sheriff's Office | 287g-warrant | takes-part | Al Roe | 2025-03 | true"],
  );
});

test('"its" is of the sentence before, and of nobody where that names several or none', () => {
  const lead = 'MACON, Ga. — Cities are asked to help ICE.\n\n';
  const behind = '\n\nThe Savannah Police Department said it has not decided on the 287(g) program.\n';
  assert.deepEqual(
    brief(
      `${lead}Bibb County has run the 287(g) jail model since 2018. Its commissioners renewed the agreement last month.${behind}`,
    )
      .filter((line) => line.includes('takes-part'))
      .map((line) => line.split(' | ')[0]),
    ["Bibb County Sheriff's Office"],
  );
  assert.ok(
    !brief(
      `${lead}A neighbor went first. Its commissioners renewed the 287(g) agreement last month.${behind}`,
    ).some((line) => line.includes('takes-part')),
  );
});

test('"the latest Georgia county" is no county, a county’s newspaper not the county', () => {
  assert.deepEqual(
    brief('ATLANTA, Ga. — The newest Georgia county in the 287(g) program has signed its agreement.\n'),
    [],
  );
  const publisher = (name: string): boolean[] =>
    claimsOf(read('Our deputies do not help ICE with immigration enforcement.\n'), '2025-03-05', name).map(
      (claim) => claim.speaksForAgency,
    );
  assert.equal(publisher('The Bibb County Beacon').length, 0);
  assert.deepEqual(publisher('Bibb County, Georgia, Board of Commissioners'), [true]);
});

test('no claim: who runs for an office, agents in danger, what was done under a program that was quit', () => {
  const lead = 'MACON, Ga. — ';
  assert.deepEqual(
    brief(
      `${lead}Amy Lund, who is running for Bibb County sheriff, said she would never sign a 287(g) agreement.\n`,
    ),
    [],
  );
  assert.deepEqual(
    brief(
      `${lead}The Bibb County Sheriff's Office will help federal agents who are in danger, it said of ICE.\n`,
    ),
    [],
  );
  assert.deepEqual(
    brief(
      `${lead}In May the Bibb County Sheriff's Office quit the 287(g) program, under which deputies at the jail questioned inmates about their immigration status.\n`,
    ).map((line) => line.split(' | ').slice(1, 3).join(' | ')),
    ['287g-jail | ends'],
  );
});

test('what stands in marks behind "issued the following statement" is the word of whoever issued it', () => {
  assert.deepEqual(
    brief(
      'MACON, Ga. — Bibb County Sheriff Ann Roe on Monday issued the following statement about ICE.\n\n"The Bibb County Sheriff\'s Office does not participate in the 287(g) program."\n',
    ),
    ["Bibb County Sheriff's Office | 287g | declines | Ann Roe | 2025-03-03 | true"],
  );
});
