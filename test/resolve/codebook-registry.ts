import { readFileSync } from 'node:fs';
import type { Line } from '../../src/claim/index.ts';
import {
  AGENCY_KINDS,
  type Agency,
  buildRegistry,
  countyName,
  fbiToAgencies,
  type ListFile,
  MATCH_REASONS,
  MATCH_RULES,
  readFbiAgencies,
  resolveLists,
  uniteRegistries,
  whyNoCode,
} from '../../src/resolve/index.ts';

/** The page on the official registry: how many listed agencies have a code there, by which rule, and why the others have none. */
export function registryPage(files: readonly ListFile[], lines: readonly Line[], file: string): string {
  const entries = fbiToAgencies(readFbiAgencies(readFileSync(file, 'utf8')));
  const registry = buildRegistry(uniteRegistries([], entries).agencies, true);
  const { agencies } = resolveLists(files, lines, registry, []);
  const kept = new Set(registry.agencies.map(({ state, kind }) => `${state} ${kind}`));
  const coded = (rows: readonly Agency[]) => rows.filter(({ ori }) => ori.length > 0);
  const share = (rows: readonly Agency[]) =>
    `${number(coded(rows).length)} of ${number(rows.length)} | ${Math.round((100 * coded(rows).length) / rows.length)}%`;
  const named = (id: string) => {
    const { name, state, counties, ori } = registry.byId.get(id)!;
    return `${[name, ...counties.slice(0, 1).map(countyName)].join(', ')}, ${state} (${ori[0]})`;
  };
  const kinds = AGENCY_KINDS.map((kind) => agencies.filter((one) => one.kind === kind)).filter(
    (own) => own.length > 0,
  );
  const rules = Object.entries(MATCH_RULES).flatMap(([rule, says]) => {
    const own = coded(agencies).filter(({ registry: note }) => note?.rule === rule);
    const [one] = own;
    return one
      ? [
          `| \`${rule}\` | ${number(own.length)} | ${says} | ${one.name} is ${named(one.registry!.fits[0]!)} |`,
        ]
      : [];
  });
  const reasons = Object.entries(MATCH_REASONS).flatMap(([why, says]) => {
    const own = agencies.filter(
      (one) => one.ori.length === 0 && whyNoCode(one.registry, kept.has(`${one.state} ${one.kind}`)) === why,
    );
    const [one] = own;
    const [fit] = one?.registry?.fits ?? [];
    const example = one && `${one.name}, ${one.state}${fit ? `; not ${named(fit)}` : ''}`;
    return one ? [`| \`${why}\` | ${number(own.length)} | ${says} | ${example} |`] : [];
  });
  return `
# Registry

The FBI's list of agencies that report crimes gives each a code (ORI), a county and a kind. An agency on ICE's lists takes
them where one entry is it for certain; where several fit, or one fits several, the entries are shown and none is taken.
An entry that is a listed agency under another name is one agency with it, and its id leads there; a reviewer's "not the
same" takes the code back. \`countersign agencies --unmatched\` lists every agency without a code, and why.

| kind | with a code | |
| --- | --- | --- |
${kinds.map((own) => `| \`${own[0]!.kind}\` | ${share(own)} |`).join('\n')}
| all | ${share(agencies)} |

| rule | agencies | says | for example |
| --- | --- | --- | --- |
${rules.join('\n')}

| why there is no code | agencies | in words | for example |
| --- | --- | --- | --- |
${reasons.join('\n')}
`;
}

function number(n: number): string {
  return n.toLocaleString('en-US');
}
