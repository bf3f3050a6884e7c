import {
  DefaultGitlabCredentialsProvider,
  GitlabCredentialsProvider,
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

const answerSchema = z.object({
  commits: z.array(
    z.object({
      id: z.string().regex(/^[0-9a-f]{40,64}$/i),
      title: z.string(),
      author_name: z.string().nullish(),
      authored_date: z.string().nullish(),
      created_at: z.string().nullish(),
    }),
  ),
});

/** Commits of repositories on GitLab: `GET /projects/{path}/repository/compare`, which gives all of them at once. */
export class GitlabCommits implements CommitLister {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GitlabCredentialsProvider;

  static create(integrations: ScmIntegrationRegistry): GitlabCommits {
    return new GitlabCommits(integrations);
  }

  private constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
    this.#credentials =
      DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
  }

  async list(
    { repository, base, head }: CommitPair,
    { most, signal }: { most: number; signal: AbortSignal },
  ): Promise<CommitList> {
    const { host, path } = repository;
    const config = this.#integrations.gitlab.byHost(host)?.config;
    if (!config) {
      throw new ScmError('unclear');
    }
    const repositoryUrl = `https://${host}/${path}`;
    const { headers = {} } = await this.#credentials
      .getCredentials({ url: repositoryUrl })
      .catch(() => {
        throw new ScmError('no-credential');
      });
    const query = new URLSearchParams({ from: base, to: head });
    const answer = answerSchema.safeParse(
      await fetchJson(
        `${config.apiBaseUrl}/projects/${encodeURIComponent(
          path,
        )}/repository/compare?${query}`,
        { headers, signal },
      ),
    );
    if (!answer.success) {
      throw new ScmError('unclear');
    }
    const { commits } = answer.data;
    return {
      total: commits.length,
      commits: newestFirst(commits, head, ({ id }) => id)
        .slice(0, most)
        .map(commit =>
          toCommit({
            sha: commit.id,
            message: commit.title,
            author: commit.author_name,
            at: commit.authored_date ?? commit.created_at,
            page: `${repositoryUrl}/-/commit/`,
          }),
        ),
    };
  }
}
