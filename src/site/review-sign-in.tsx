import { Layout } from './layout.tsx';
import type { Page } from './page.ts';

/** The page on which a reviewer signs in. */
export function SignIn({ page, fault }: { page: Page; fault: string | null }) {
  const { review } = page.words;
  return (
    <Layout page={page} title={review.signIn} styles={['review.css']}>
      <h1>{review.signIn}</h1>
      {fault && (
        <p class="notice fault" role="alert">
          {fault}
        </p>
      )}
      <form method="post" action={page.to('review/in')} class="door">
        <label>
          {review.name}
          <input name="name" autocomplete="username" required />
        </label>
        <label>
          {review.secret}
          <input name="secret" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit" class="first">
          {review.enter}
        </button>
      </form>
    </Layout>
  );
}
