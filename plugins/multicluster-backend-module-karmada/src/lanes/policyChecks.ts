import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { LaneCheck } from '@fairway/backstage-plugin-multicluster-node';
import { nameList } from '../derive/nameList';
import { otherManagers } from './otherManagers';
import { PossibleClusters } from './possibleClusters';
import { LivePolicy } from './readPolicy';
import { releaseCommand } from './releaseCommand';

/** What a policy itself says of whether it can be armed. Pure. @internal */
export function policyChecks(
  { fact, object }: LivePolicy,
  possible: PossibleClusters,
): LaneCheck[] {
  const { hold, by, lazy } = fact.native;
  const managers = otherManagers(object);
  // In the form of all clusters a hold reaches everywhere; a list that somebody left does not.
  const listed = Array.isArray(hold) ? hold : possible.names;
  const uncovered = possible.names.filter(name => !listed.includes(name));
  const foreign = hold !== undefined && by === undefined;
  return [
    {
      code: 'policy-deleting',
      ok: !fact.deleting,
      sentence: sentence(
        fact.deleting ? 'lane.check.deleting.failed' : 'lane.check.deleting.ok',
      ),
    },
    {
      code: 'managed-elsewhere',
      ok: managers.length === 0,
      sentence:
        managers.length === 0
          ? sentence('lane.check.managers.ok')
          : sentence('lane.check.managers.failed', {
              managers: nameList(managers),
            }),
    },
    {
      code: 'held-already',
      ok: !foreign,
      sentence: foreign
        ? sentence('lane.check.held.failed', {
            command: releaseCommand(fact),
          })
        : sentence('lane.check.held.ok'),
    },
    {
      code: 'lazy',
      ok: !lazy,
      sentence: sentence(
        lazy ? 'lane.check.lazy.failed' : 'lane.check.lazy.ok',
      ),
    },
    {
      code: 'cluster-not-covered',
      ok: !(foreign && uncovered.length > 0),
      sentence:
        foreign && uncovered.length > 0
          ? sentence('lane.check.clusters.failed', {
              clusters: nameList(uncovered),
            })
          : sentence('lane.check.clusters.ok', {
              clusters: nameList(possible.names),
            }),
    },
  ];
}
