import type { Explanation } from '../record/index.ts';
import { explainInWords } from './explain.ts';
import type { Page } from './page.ts';

/** Why these rows are one agency and why it stands so, folded: a reader who asks opens it. */
export function ExplainView({ page, explanation }: { page: Page; explanation: Explanation }) {
  const { title, parts } = explainInWords(explanation, page.words);
  return (
    <details class="explain">
      <summary>{title}</summary>
      {parts.map((part) => (
        <section>
          <h3>{part.title}</h3>
          <ul class="prose">
            {part.reasons.map(({ text, rows }) => (
              <li>
                {text}
                {rows.length > 0 && (
                  <ul class="small soft">
                    {rows.map((row) => (
                      <li>{row}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
