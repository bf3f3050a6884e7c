import { PlaneEntry } from '../plane/PlaneEntry';
import { ClientEntry } from './ClientEntry';
import { checkVotes } from './checkVotes';
import { Stances } from './Stances';
import { Violation } from './Violation';

/** By what a release is judged. */
export interface LaneRules {
  /** How many people have to approve it; one refuses it. */
  needed: number;
  /** In the order in which they are released, one after the other. */
  clusters: readonly string[];
}

type Release = Extract<PlaneEntry, { cluster: string }>;

/**
 * Judges what became of one change that a lane held, by the log of the control plane and the log of the people alone:
 *
 * - `unasked`: a cluster was opened, or has the change, and those who approved it by then were too few;
 * - `contradicted`: somebody refused it, was told that this counts, and it went to a cluster;
 * - `no-row`: it went to a cluster, and the portal does not know the votes;
 * - `twice`: a cluster was opened again after it had been;
 * - `early`: a cluster was opened before the one before it had the change;
 * - `lost`: the portal said that it has votes that are enough, and a cluster never got it;
 * - `forgotten`: see `checkVotes`;
 * - `open`: nothing was held again in the end;
 * - `unfinished`: the portal does not say what became of it;
 * - `untold`: the portal says that it was released, and a cluster does not have it.
 */
export function checkLane(
  run: string,
  plane: readonly PlaneEntry[],
  client: readonly ClientEntry[],
  rules: LaneRules,
): Violation[] {
  const found = (rule: Violation['rule'], cluster?: string): Violation => ({
    rule,
    run,
    ...(cluster && { cluster }),
  });
  const releases = plane.filter(
    (entry): entry is Release => 'cluster' in entry,
  );
  const steps = releases.flatMap(entry =>
    rulesOf(entry, releases, client, rules).map(rule =>
      found(rule, entry.cluster),
    ),
  );
  const ends = endOf(plane, client, rules).map(rule => found(rule));
  return [...steps, ...ends, ...checkVotes(run, client)];
}

function rulesOf(
  entry: Release,
  releases: readonly Release[],
  client: readonly ClientEntry[],
  { needed, clusters }: LaneRules,
): Array<Violation['rule']> {
  const { at, kind, cluster } = entry;
  const seen = client.findLast(one => one.kind === 'seen');
  const known = (seen?.votes ?? []).filter(({ act }) => act === 'approve');
  const before = releases.filter(one => one.at < at);
  const first = clusters[clusters.indexOf(cluster) - 1];
  const broken: Partial<Record<Violation['rule'], boolean>> = {
    unasked: Stances.at(client, at).possible('approve').size < needed,
    contradicted: Stances.at(client).certain('reject').length > 0,
    'no-row': known.length < needed,
    twice: before.some(one => one.kind === kind && one.cluster === cluster),
    early:
      kind === 'opened' &&
      first !== undefined &&
      !before.some(one => one.kind === 'arrived' && one.cluster === first),
  };
  return Object.keys(broken).filter(
    (rule): rule is Violation['rule'] => broken[rule as Violation['rule']]!,
  );
}

function endOf(
  plane: readonly PlaneEntry[],
  client: readonly ClientEntry[],
  { needed, clusters }: LaneRules,
): Array<Violation['rule']> {
  const stances = Stances.at(client);
  const whole = clusters.every(cluster =>
    plane.some(one => one.kind === 'arrived' && one.cluster === cluster),
  );
  const approved =
    stances.certain('reject').length === 0 &&
    stances.certain('approve').length >= needed;
  const form = plane.findLast(({ kind }) => kind !== 'arrived');
  const state = client.findLast(entry => entry.kind === 'seen')?.state;
  return [
    ...(approved && !whole ? (['lost'] as const) : []),
    ...(form?.kind === 'opened' ? (['open'] as const) : []),
    ...(state !== 'applied' && state !== 'rejected'
      ? (['unfinished'] as const)
      : []),
    ...(state === 'applied' && !whole ? (['untold'] as const) : []),
  ];
}
