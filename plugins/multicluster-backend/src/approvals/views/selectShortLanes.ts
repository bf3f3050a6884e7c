import { Knex } from 'knex';
import { OpenRequest } from './OpenRequest';

type Matter = Pick<OpenRequest, 'kind' | 'source' | 'policyKey'>;

/**
 * Of which lanes a cluster is lost, or short of copies by the hold: by what their owners were told and what is not over, so that the
 * inbox says first what they were called for. Asks nothing where no lane waits.
 */
export async function selectShortLanes(
  knex: Knex,
  requests: readonly Matter[],
): Promise<(request: Matter) => boolean> {
  if (!requests.some(({ kind }) => kind === 'lane')) {
    return () => false;
  }
  const keys: string[] = await knex('approval_notice')
    .where('key', 'like', 'lane|lost|%')
    .orWhere('key', 'like', 'lane|short|%')
    .pluck('key');
  // The name of a cluster has no bar in it; the key of a policy is whatever its source says.
  const lanes = new Set(
    keys.map(key => key.slice('lane|'.length, key.lastIndexOf('|'))),
  );
  return ({ source, policyKey }) =>
    lanes.has(`lost|${source}|${policyKey}`) ||
    lanes.has(`short|${source}|${policyKey}`);
}
