import { POSITIONS, PROGRAMMES } from '../claim/index.ts';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { COLUMNS } from './status-csv.ts';
import { TABLES, tableColumns } from './tables.ts';

/** What the codebook says as data: the columns of every table, and the words that they can hold. */
export function codebookData(page: Page) {
  const { codebook, programmes, positions, programme } = page.words;
  const files = {
    status: [...COLUMNS],
    ...Object.fromEntries(TABLES.map((name) => [name, tableColumns(name)])),
  };
  return {
    files: Object.entries(files).map(([name, columns]) => ({
      name,
      meaning: codebook.files[name as keyof typeof codebook.files],
      columns: columns.map((column) => ({ name: column, meaning: codebook.columns[column] })),
    })),
    programme: PROGRAMMES.map((id) => ({ id, name: programmes[id], meaning: programme.about[id] })),
    position: POSITIONS.map((id) => ({ id, name: positions[id] })),
  };
}

/** The codebook. */
export function Codebook({ page, data }: { page: Page; data: ReturnType<typeof codebookData> }) {
  const { words } = page;
  const { codebook } = words;
  return (
    <Layout page={page} title={codebook.title} description={codebook.lead}>
      <h1>{codebook.title}</h1>
      <p class="answer">{codebook.lead}</p>
      {data.files.map(({ name, meaning, columns }) => (
        <section>
          <h2 id={name}>
            <code>{name}</code>
          </h2>
          <p>{meaning}</p>
          <dl class="facts-list">
            {columns.map((column) => (
              <>
                <dt>
                  <code>{column.name}</code>
                </dt>
                <dd>{column.meaning}</dd>
              </>
            ))}
          </dl>
        </section>
      ))}
      <h2 id="programme">
        <code>programme</code>
      </h2>
      <dl class="facts-list">
        {data.programme.map(({ id, name, meaning }) => (
          <>
            <dt>
              <code>{id}</code>
            </dt>
            <dd>
              <a href={page.to(`programme/${id}`)}>{name}</a>. {meaning}
            </dd>
          </>
        ))}
      </dl>
      <h2 id="position">
        <code>position</code>
      </h2>
      <dl class="facts-list">
        {data.position.map(({ id, name }) => (
          <>
            <dt>
              <code>{id}</code>
            </dt>
            <dd>{name}</dd>
          </>
        ))}
      </dl>
    </Layout>
  );
}
