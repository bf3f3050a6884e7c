import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { z } from 'zod';
import { CommitList } from './CommitList';
import { CommitLister } from './CommitLister';
import { CommitPair } from './CommitPair';
import { fetchJson } from './fetchJson';
import { newestFirst } from './newestFirst';
import { ScmError } from './ScmError';
import { toCommit } from './toCommit';

/** The most that GitHub gives at once. */
const PAGE = 100;

const commitSchema = z.object({
  sha: z.string().regex(/^[0-9a-f]{40,64}$/i),
  commit: z.object({
    message: z.string(),
    author: z
      .object({ name: z.string().nullish(), date: z.string().nullish() })
      .nullish(),
  }),
});
const answerSchema = z.object({
  total_commits: z.number().int().nonnegative(),
  commits: z.array(commitSchema),
});
type Commit = z.infer<typeof commitSchema>;

/**
 * Commits of repositories on GitHub: `GET /repos/{owner}/{name}/compare/{base}...{head}`. Pages begin with the oldest, so that
 * the last ones are read as well where there are several: three calls at the most.
 */
export class GithubCommits implements CommitLister {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GithubCredentialsProvider;

  static create(integrations: ScmIntegrationRegistry): GithubCommits {
    return new GithubCommits(integrations);
  }

  private constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
    this.#credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  }

  async list(
    { repository, base, head }: CommitPair,
    { most, signal }: { most: number; signal: AbortSignal },
  ): Promise<CommitList> {
    const { host, path } = repository;
    const api = this.#integrations.github.byHost(host)?.config.apiBaseUrl;
    if (!api) {
      throw new ScmError('unclear');
    }
    const repositoryUrl = `https://${host}/${path}`;
    const { headers = {} } = await this.#credentials
      .getCredentials({ url: repositoryUrl })
      .catch(() => {
        throw new ScmError('no-credential');
      });
    const page = (number: number) =>
      readPage(
        `${api}/repos/${path}/compare/${base}...${head}?per_page=${PAGE}&page=${number}`,
        { headers, signal },
      );
    const first = await page(1);
    const found = await newest(first, most, page);
    return {
      total: first.total_commits,
      commits: newestFirst(found, head, ({ sha }) => sha)
        .slice(0, most)
        .map(item => shown(item, repositoryUrl)),
    };
  }
}

/** Oldest first; from the last page back until there are enough. */
async function newest(
  first: z.infer<typeof answerSchema>,
  most: number,
  page: (number: number) => Promise<z.infer<typeof answerSchema>>,
): Promise<Commit[]> {
  let found: Commit[] = [];
  let number = Math.ceil(first.total_commits / PAGE);
  while (number > 1 && found.length < most) {
    found = [...(await page(number)).commits, ...found];
    number -= 1;
  }
  return found.length < most ? [...first.commits, ...found] : found;
}

async function readPage(
  url: string,
  options: { headers: Record<string, string>; signal: AbortSignal },
): Promise<z.infer<typeof answerSchema>> {
  const answer = answerSchema.safeParse(
    await fetchJson(url, {
      ...options,
      headers: { accept: 'application/vnd.github+json', ...options.headers },
    }),
  );
  if (!answer.success) {
    throw new ScmError('unclear');
  }
  return answer.data;
}

function shown({ sha, commit }: Commit, repositoryUrl: string) {
  return toCommit({
    sha,
    message: commit.message,
    author: commit.author?.name,
    at: commit.author?.date,
    page: `${repositoryUrl}/commit/`,
  });
}
