import { RunCommit } from '@fairway/backstage-plugin-multicluster-common';
import { RawCommit } from '../wire/messages';
import { isoTime } from './isoTime';
import { textUpTo } from './textUpTo';

/** The commit a deployment was made from; undefined when PipeCD names none. @internal */
export function projectCommit(
  raw: RawCommit | undefined,
): RunCommit | undefined {
  if (!raw?.hash) {
    return undefined;
  }
  const message = textUpTo(500, raw.message);
  const createdAt = isoTime(raw.created_at);
  return {
    sha: raw.hash,
    ...(message && { message }),
    ...(raw.author && { author: raw.author }),
    ...(raw.branch && { branch: raw.branch }),
    ...(raw.pull_request && { pullRequest: raw.pull_request }),
    ...(raw.url && { url: raw.url }),
    ...(createdAt && { createdAt }),
  };
}
