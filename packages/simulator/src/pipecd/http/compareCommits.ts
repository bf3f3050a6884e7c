import type { Commit } from '../model/messages';

const MOST = 100;

/** As much of GitHub's `GET /repos/{owner}/{repo}/compare/{base}...{head}` as there is here: of one straight line of commits. */
export interface CommitComparison {
  status: 'ahead' | 'behind' | 'identical';
  ahead_by: number;
  behind_by: number;
  total_commits: number;
  /** A page of them, the oldest first. */
  commits: Array<{
    sha: string;
    commit: { message: string; author: { name: string; date: string } };
  }>;
}

/** Compares two commits; undefined where one of them is unknown. */
export function compareCommits(
  commits: readonly Commit[],
  basehead: string,
  query: URLSearchParams,
): CommitComparison | undefined {
  const [base, head] = basehead
    .split('...')
    .map(sha => commits.findIndex(({ hash }) => hash === sha));
  if (!(base >= 0) || !(head >= 0)) {
    return undefined;
  }
  const ahead = commits.slice(base + 1, Math.max(base, head) + 1);
  const size = Math.min(Number(query.get('per_page') ?? MOST), MOST);
  const from = (Number(query.get('page') ?? 1) - 1) * size;
  return {
    status: statusOf(base, head),
    ahead_by: ahead.length,
    behind_by: Math.max(0, base - head),
    total_commits: ahead.length,
    commits: ahead.slice(from, from + size).map(commit => ({
      sha: commit.hash,
      commit: {
        message: commit.message,
        author: {
          name: commit.author,
          date: new Date(commit.created_at * 1000).toISOString(),
        },
      },
    })),
  };
}

function statusOf(base: number, head: number): CommitComparison['status'] {
  if (base === head) {
    return 'identical';
  }
  return head > base ? 'ahead' : 'behind';
}
