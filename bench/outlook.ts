// How well the outlook would have done: `npm run bench:outlook [RECORD]`, a record with the lists and the FBI's list of
// agencies in it. Writes docs/outlook.md and its picture.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  backtest,
  type MonthTested,
  REGULAR_SINCE,
  type Score,
  scoreOf,
  type Turn,
  triedOf,
  worldOfRecord,
} from '../src/outlook/index.ts';
import { openRecord, readRecord } from '../src/record/index.ts';

const dir = process.argv[2] ?? './record';
/** Without months to foretell there is nothing to write; the figures in docs stay. */
function refuse(message: string): never {
  console.error(`bench:outlook: ${message}`);
  process.exit(1);
}
if (!existsSync(join(dir, 'record.db')))
  refuse(
    `record ${JSON.stringify(dir)} is not there; give the folder of one: npm run bench:outlook -- FOLDER`,
  );
const reader = await readRecord(await openRecord(dir));
const registries = (await reader.registries()).length;
if (registries === 0)
  refuse(
    `record ${JSON.stringify(dir)} holds no list of the FBI, so nobody can say who else could join; add one first`,
  );
const started = process.cpuUsage();
const { world, days } = await worldOfRecord(reader);
const [first = '', last = ''] = [days[0], days.at(-1)];
const tested = (['join', 'leave'] as Turn[]).map((turn) => ({
  turn,
  months: backtest(world, turn, first, last),
}));
if (tested.some(({ months }) => months.length === 0))
  refuse(
    `record ${JSON.stringify(dir)} holds ${days.length} lists of ICE since ${REGULAR_SINCE}, too few to foretell a month; add them first`,
  );
const cpu = process.cpuUsage(started).user / 1e6;
await reader.close();

const percent = (value: number | null, digits = 1) =>
  value === null ? '–' : `${(100 * value).toFixed(digits)} %`;
const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;

function table(months: MonthTested[], score: Score): string {
  return [
    row([
      'Month',
      'Agencies',
      'Came',
      'Expected',
      'Base rate',
      'Skill over the base rate',
      'Over the last month',
    ]),
    row(['---', '--:', '--:', '--:', '--:', '--:', '--:']),
    ...[
      ...months.map((month) => ({ name: month.day, one: scoreOf([month]), of: [month] })),
      { name: 'All', one: score, of: months },
    ].map(({ name, one, of }) => {
      const all = of.flatMap(({ forecasts }) => forecasts);
      const expected = all.reduce((sum, { chance }) => sum + chance, 0);
      const base = all.reduce((sum, each) => sum + each.base, 0) / all.length;
      return row([
        name,
        one.forecasts,
        one.events,
        expected.toFixed(0),
        percent(base, 2),
        percent(one.skillOverBase),
        percent(one.skillOverLastMonth),
      ]);
    }),
  ].join('\n');
}

function triedTable(months: MonthTested[]): string {
  return [
    row(['Odds shown', 'Came', 'Cases']),
    row(['--:', '--:', '--:']),
    ...triedOf(months).map(({ n, of, cases, came }) =>
      row([n === 0 ? `less than 1 in ${of}` : `about ${n} in ${of}`, percent(came / cases), cases]),
    ),
  ].join('\n');
}

function plot(scores: { turn: Turn; score: Score }[]): string {
  const size = 320;
  const at = (chance: number) => Math.sqrt(Math.min(1, chance)) * size;
  const panel = ({ turn, score }: { turn: Turn; score: Score }, i: number) => {
    const points = score.calibration.map(
      ({ forecast, observed, n }) =>
        `<circle cx="${at(forecast).toFixed(1)}" cy="${(size - at(observed)).toFixed(1)}" r="4" fill="#0f6674"><title>said ${percent(forecast)}, came ${percent(observed)}, ${n} cases</title></circle>`,
    );
    const ticks = [0.01, 0.05, 0.1, 0.25, 0.5, 1].map(
      (tick) =>
        `<text x="${at(tick)}" y="${size + 16}" text-anchor="middle">${100 * tick} %</text><text x="-6" y="${size - at(tick) + 4}" text-anchor="end">${100 * tick} %</text>`,
    );
    return `<g transform="translate(${60 + i * (size + 90)},40)"><text x="0" y="-16" font-weight="600">${turn === 'join' ? 'Joining' : 'Leaving'}</text><rect width="${size}" height="${size}" fill="none" stroke="#5b564d"/><path d="M0 ${size}L${size} 0" stroke="#5b564d" stroke-dasharray="4 4"/>${points.join('')}${ticks.join('')}<text x="${size / 2}" y="${size + 36}" text-anchor="middle">said</text><text transform="translate(-46,${size / 2}) rotate(-90)" text-anchor="middle">came</text></g>`;
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * (size + 90) + 20} ${size + 90}" font-family="system-ui, sans-serif" font-size="12" fill="#1d1b18"><rect width="100%" height="100%" fill="#fbfaf6"/>${scores.map(panel).join('')}</svg>\n`;
}

const scores = tested.map(({ turn, months }) => ({ turn, months, score: scoreOf(months) }));
writeFileSync('docs/outlook.svg', plot(scores));
const text = scores.map(({ turn, months, score }) =>
  [
    `## ${turn === 'join' ? 'Joining' : 'Leaving'}\n`,
    table(months, score),
    `\nBrier score ${score.brier.toFixed(5)}; skill over the base rate ${percent(score.skillOverBase)}, over “same as last month” ${percent(score.skillOverLastMonth)}; by logarithmic loss ${percent(score.logSkillOverBase)} over the base rate.`,
    `Of the agencies that did so within the next 30 days, ${percent(score.topDecile, 0)} were among the tenth held likeliest.\n`,
    row(['Said', 'Came', 'Cases']),
    row(['--:', '--:', '--:']),
    ...score.calibration.map(({ forecast, observed, n }) =>
      row([percent(forecast, 2), percent(observed, 2), n]),
    ),
    ...(turn === 'join'
      ? ['\nBy the odds that the page shows, which stand there beside them:\n', triedTable(months)]
      : []),
  ].join('\n'),
);
writeFileSync(
  'docs/outlook.md',
  `# Outlook: how well it would have done

Written by \`npm run bench:outlook\` from ICE's lists of ${first} to ${last}. Every forecast was made from what was known on the
first day of its month: the model of a month learned only from months whose 90 days were over by then.

The outlook gives the odds that an agency joins 287(g), or leaves it, within 90 days. It starts from how often agencies like it
(pending or not, of its kind, in its state; a small group leans on the wider one) did so in the 90 days before, and a logistic
regression on a dozen plain features (size, neighbors, share of its kind in the state, what the record's laws ask) says what else
tells, learned from the newest three months that were over. It is no fact of the record: no claim rests on it.
What is shown was chosen on these same months, so a little of its skill is choice: the rates alone have 11.3 % of skill over the base
rate, the regression alone 7.8 %, both together 10.9 to 11.8 % in twelve forms (features, shrinking). Correcting the odds by what came of
earlier ones made them worse. An agency counts once for every month in which it could join, so one that joined may count three times.
Only joining is shown on the pages: for leaving the model knows no more than the base rate.

![Calibration: what was said against what came](outlook.svg)

${text.join('\n\n')}

CPU for both back-tests: ${cpu.toFixed(1)} s.
`,
);
execFileSync('npx', ['biome', 'format', '--write', 'docs/outlook.md'], { stdio: 'ignore' });
for (const { turn, score } of scores) console.log(turn, JSON.stringify({ ...score, calibration: undefined }));
