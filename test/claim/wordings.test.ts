import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

const lines = (words: string): string[] =>
  saysOf(
    `EUGENE, Ore. — Lane County Sheriff Ann Poole spoke of the 287(g) program of ICE.\n\n${words}\n`,
    '2025-06-12',
  ).map(({ programme, position }) => `${programme} ${position}`);

/** What must be read in each of the first, and in none of the second. */
const TABLE: [name: string, claims: string[], fires: string[], quiet: string[]][] = [
  [
    'executing an agreement is signing it; executing a warrant is not',
    ['287g takes-part'],
    [
      'On March 3 Poole executed an agreement under 287(g).',
      'The Lane County Sheriff’s Office executed a memorandum of agreement with ICE in March.',
      'Poole has executed a 287(g) contract.',
    ],
    ['Poole’s deputies executed a search warrant on Monday.', 'Poole executed a maneuver in the pool.'],
  ],
  [
    'who will not sign it declines the agreement spoken of',
    ['287g declines'],
    [
      '"I wouldn’t sign it," Poole said.',
      '"We will not be applying," Poole said.',
      '"This office is not going to join," Poole said.',
    ],
    [
      '"I wouldn’t sign that lease for a dollar," Poole said.',
      '"I did not sign the birthday card," Poole said.',
    ],
  ],
  [
    'who owes or has not given an answer is undecided',
    ['287g undecided'],
    [
      'Poole has still not given them an answer.',
      'Poole said her staff is chewing on it.',
      '"I owe people a decision by Thanksgiving," Poole said.',
    ],
    ['Poole has not given a speech yet.', '"I have people sleeping on the floor," Poole said.'],
  ],
  [
    'who will not or cannot be an immigration agent declines to enforce',
    ['enforcement declines'],
    [
      'Poole said her deputies do not have time to be ICE agents.',
      'Poole said her deputies have no wish to become immigration officers.',
      'Poole said her deputies are not here to act as immigration agents.',
    ],
    ['Poole said she did not have time to be interviewed by ICE.', 'Poole said she wants to be a judge.'],
  ],
  [
    'an offer for beds that is turned down is no contract',
    ['detention-contract declines'],
    [
      'Poole turned down an offer from ICE to pay for each bed the jail could spare.',
      'Poole rejected a request from ICE to lease cells in her jail.',
      'An inquiry from ICE about leasing beds at the jail will go nowhere, Poole said.',
    ],
    ['Poole turned down an offer to buy the bed of a truck.', 'Poole made an offer for the beds of a hotel.'],
  ],
  [
    'the immigration service that is told',
    ['notification takes-part'],
    [
      'At the jail, Poole said, ICE is told whenever somebody born abroad is booked.',
      'At the jail, Poole said, ICE is notified when such a person leaves.',
      'The sheriff’s office called ICE in more than 150 cases last year.',
    ],
    ['ICE is told what to do by Congress.', 'ICE was notified of the lawsuit by a clerk.'],
  ],
  [
    'access that is cut off',
    ['information-sharing ends'],
    [
      'The agency had its access to county databases cut off by the sheriff.',
      'The sheriff’s office turned off outside access last month.',
      'Lane County deputies turned off their license plate cameras after agents had searched them.',
    ],
    ['Poole turned off the lights.', 'Road work cut off access to the office.'],
  ],
  [
    'whoever is held for a civil warrant alone',
    ['detainers declines'],
    [
      'Poole said her deputies do not detain on civil warrants.',
      'Poole said her jail will not hold anybody on an administrative warrant.',
      'Poole said her jail does not keep people on ICE warrants.',
    ],
    ['Poole said her deputies do not serve papers in civil suits.'],
  ],
  [
    'only a judge’s warrant will do',
    ['detainers limits'],
    [
      'Poole said that only a judge’s warrant will do.',
      'Poole said that only a warrant signed by a judge is enough.',
      'Poole said that only a federal judge’s or magistrate’s order would suffice.',
    ],
    ['Poole said that only a warranty card will do.', 'Poole said that only an order of fries would do.'],
  ],
  [
    'the second verb of a long sentence has the same subject',
    ['287g-jail takes-part', 'notification takes-part'],
    [
      'The sheriff’s office has run immigration checks on every person booked into the Adult Detention Center since January 2021 and notifies ICE of anyone who is here unlawfully.',
    ],
    [
      'The court has heard every case of the last ten years in one small and rather crowded room and notifies ICE.',
    ],
  ],
];

for (const [name, claims, fires, quiet] of TABLE)
  test(name, () => {
    for (const words of fires) assert.deepEqual(lines(words), claims, words);
    for (const words of quiet) assert.deepEqual(lines(words), [], words);
  });

const places = (text: string): string[] =>
  saysOf(`EUGENE, Ore. — ${text}\n`, '2025-06-12').map(
    ({ agency, programme, position }) => `${agency.place}: ${programme} ${position}`,
  );

test('"has one", "has none" are of the agreement just spoken of', () => {
  const lane = 'Lane County Sheriff Ann Poole has a 287(g) agreement with ICE.';
  const own = 'Lane County: 287g takes-part';
  assert.deepEqual(places(`${lane} Linn County has one too, Sheriff Bob Ray said.`), [
    own,
    'Linn County: 287g takes-part',
  ]);
  assert.deepEqual(
    places(`${lane} Linn County Sheriff Bob Ray, whose office has none, would not speak of it.`),
    [own, 'Linn County: 287g declines'],
  );
  assert.deepEqual(places(`${lane} Linn County Sheriff Bob Ray has one son.`), [own]);
});

test('what is done under an agreement has begun, though another has yet to train', () => {
  assert.deepEqual(
    places(
      'Lane County Sheriff Ann Poole’s deputies have turned over 96 people to ICE since April under their own 287(g) agreement.\n\nIn Salem the police have signed up for the 287(g) program but have not trained anyone.',
    ).filter((line) => line.startsWith('Lane')),
    ['Lane County: 287g takes-part'],
  );
});

test('"in Chester County" is that county, and not the one in which a town of its name lies', () => {
  const all = saysOf(
    'DOYLESTOWN, Pa. — A court spoke of 287(g) agreements with ICE.\n\nOut in Chester County, it is Sheriff Kim Hall who is in a bind. Hall said she has not decided whether to sign a 287(g) agreement.\n',
    '2025-06-12',
  );
  assert.deepEqual(
    all.map(({ agency, position }) => `${agency.place} ${position}`),
    ['Chester County undecided'],
  );
});

test('officers of a town that is known are its police', () => {
  for (const words of [
    'A Gresham officer may not ask about immigration status.',
    'Gresham officers may not ask about immigration status.',
    'Gresham officers do not ask about immigration status.',
    'Gresham officers never ask about immigration status.',
  ])
    assert.deepEqual(places(words), ['Gresham: status-inquiry declines'], words);
  assert.deepEqual(places('Parole officers asked an ICE officer about a ball game.'), []);
});

test('"the agency" that a jail tells is the immigration service of the sentence before', () => {
  const story = (words: string): string[] =>
    places(`ICE wrote to Lane County Sheriff Ann Poole on Monday. ${words}`);
  for (const words of [
    'Deputies inform the agency by fax when a person is about to be let go.',
    'Jail staff tell the agency before somebody is released.',
    'The jail notifies the agency of every release.',
  ])
    assert.deepEqual(story(words), ['Lane County: notification takes-part'], words);
  assert.deepEqual(story('Deputies tell the agency that feeds dogs where they live.'), []);
  assert.deepEqual(
    places('A dog bit a man at the Lane County jail. Deputies inform the agency when a dog is let go.'),
    [],
  );
});

test('what was said in an earlier year is a claim of that year', () => {
  assert.deepEqual(
    saysOf(
      'EUGENE, Ore. — Lane County Sheriff Ann Poole said Monday that her jail keeps nobody for ICE without a judicial warrant or an administrative one.\n\nIn 2019 Poole said that only a judge’s warrant would do.\n',
      '2025-06-12',
    ).map(({ programme, position, date }) => `${programme} ${position} ${date}`),
    ['detainers limits 2025-06-09', 'detainers limits 2019'],
  );
});

test('a lead that sums up what somebody says behind it is no second end', () => {
  assert.deepEqual(
    places(
      'The man who beat Lane County Sheriff Ann Poole says the office’s work with immigration agents will stop in January.\n\nIt will. "I am going to end the 287(g) agreement of Lane County," said Sheriff-elect Bob Ray.',
    ),
    ['Lane County: 287g ends'],
  );
});
