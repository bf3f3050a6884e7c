import { PromotionCommit } from '@fairway/backstage-plugin-multicluster-common';

const LONGEST_TITLE = 200;
const LONGEST_NAME = 100;

/** A commit as it is shown: the first line of its message and a name, and nothing that moves a cursor or hides a text. */
export function toCommit(given: {
  sha: string;
  message: string;
  author?: string | null;
  at?: string | null;
  /** Address of the commits of its repository, with a slash at the end. */
  page: string;
}): PromotionCommit {
  const { sha, message, author, at, page } = given;
  const name = plain(author ?? '', LONGEST_NAME);
  const time = at ? Date.parse(at) : NaN;
  return {
    sha,
    title: plain(message.trimStart().split(/\r?\n/, 1)[0], LONGEST_TITLE),
    ...(name && { author: name }),
    ...(!Number.isNaN(time) && { at: new Date(time).toISOString() }),
    url: `${page}${sha}`,
  };
}

function plain(text: string, longest: number): string {
  // Control characters, and those that turn the direction of what follows.
  const clean = text
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .trim();
  return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean;
}
