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
  /** Whether a person has to say that the next one may follow. */
  byPerson?: boolean;
  /** What people wrote of the content that it took the place of: what was sent before that was known may rest on their votes. */
  before?: readonly ClientEntry[];
  /** Place of the entry at which another content took its place; absent: it is the last one. */
  until?: number;
}

type Release = Extract<PlaneEntry, { cluster: string }>;

/**
 * Judges what became of one content that a lane held, by the log of the control plane and the log of the people alone, who asked for
 * this very content:
 *
 * - `unasked`: a cluster was opened, or has it, and those who approved it by then were too few;
 * - `contradicted`: somebody refused it, was told that this counts, and it went to a cluster;
 * - `no-row`: it went to a cluster, and the portal does not know the votes;
 * - `twice`: a cluster was opened again after it had been, other than blind;
 * - `early`: a cluster was opened before the one before it had it, other than blind, or before somebody said so where that is asked
 *   for;
 * - `lost`: the portal said that it has votes that are enough, and a cluster never got it;
 * - `forgotten`: see `checkVotes`;
 * - `unfinished`: the portal does not say what became of it;
 * - `untold`: the portal says that it was released, and a cluster does not have it.
 *
 * Of a content that another took the place of, only what was done is judged, and not how it ended.
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
  const there = plane.filter((entry): entry is Release => 'cluster' in entry);
  const steps = there
    .filter(({ kind }) => kind !== 'slipped')
    .flatMap(entry =>
      rulesOf(entry, there, client, rules).map(rule =>
        found(rule, entry.cluster),
      ),
    );
  const { until = Infinity } = rules;
  const ends =
    until === Infinity
      ? endOf(there, client, rules).map(one => found(one))
      : [];
  const shown = client.filter(({ at }) => at < until);
  return [...steps, ...ends, ...checkVotes(run, shown)];
}

function rulesOf(
  entry: Release,
  there: readonly Release[],
  client: readonly ClientEntry[],
  rules: LaneRules,
): Array<Violation['rule']> {
  const { at, kind, cluster } = entry;
  const { needed, clusters, byPerson, until } = rules;
  const seen = client.findLast(one => one.kind === 'seen');
  const known = (seen?.votes ?? []).filter(({ act }) => act === 'approve');
  const isKnown = known.length >= needed || seen?.pastRules !== undefined;
  const before = there.filter(one => one.at < at);
  const first = clusters[clusters.indexOf(cluster) - 1];
  const isNext = kind === 'opened' && first !== undefined;
  const broken: Partial<Record<Violation['rule'], boolean>> = {
    unasked: !wasApproved(entry, client, rules),
    contradicted: Stances.at(client).certain('reject').length > 0,
    'no-row': until === undefined && !isBlind(entry, rules) && !isKnown,
    // What was sent blind was of another request: that people are asked about it, and it is sent again, is right.
    twice: before.some(
      one =>
        one.kind === kind && one.cluster === cluster && !isBlind(one, rules),
    ),
    early:
      isNext &&
      // What was sent blind followed the content before it; whether the cluster before has that is not looked at.
      ((!isBlind(entry, rules) &&
        !before.some(one => one.kind !== 'opened' && one.cluster === first)) ||
        (byPerson === true && !wasContinued(at, client, rules))),
  };
  return Object.keys(broken).filter(
    (rule): rule is Violation['rule'] => broken[rule as Violation['rule']]!,
  );
}

/** What was sent before anybody could know of it was sent for what was there before. */
function isBlind(entry: Release, { before }: LaneRules): boolean {
  return 'blind' in entry && entry.blind === true && before !== undefined;
}

function wasApproved(
  entry: Release,
  client: readonly ClientEntry[],
  rules: LaneRules,
): boolean {
  const { needed, before = [] } = rules;
  const may = (log: readonly ClientEntry[]) =>
    Stances.at(log, entry.at).mayBeApproved(needed);
  return may(client) || (isBlind(entry, rules) && may(before));
}

function wasContinued(
  at: number,
  client: readonly ClientEntry[],
  { before = [] }: LaneRules,
): boolean {
  return [...before, ...client].some(
    one => one.kind === 'resolving' && one.how === 'continue' && one.at < at,
  );
}

function endOf(
  there: readonly Release[],
  client: readonly ClientEntry[],
  { needed, clusters }: LaneRules,
): Array<Violation['rule']> {
  const stances = Stances.at(client);
  const has = (cluster: string, kinds: Array<Release['kind']>) =>
    there.some(one => kinds.includes(one.kind) && one.cluster === cluster);
  const whole = clusters.every(one => has(one, ['arrived', 'slipped']));
  const slipped = there.some(({ kind }) => kind === 'slipped');
  const approved =
    stances.certain('reject').length === 0 &&
    stances.certain('approve').length >= needed;
  const state = client.findLast(entry => entry.kind === 'seen')?.state;
  const isGivenUp = client.some(
    one => one.kind === 'resolved' && one.how === 'abandon',
  );
  // Nobody has to be asked about what is there.
  const isOver =
    state === 'applied' ||
    state === 'rejected' ||
    (state === 'failed' && isGivenUp) ||
    (whole && slipped);
  return [
    ...(approved && !whole && !isGivenUp ? (['lost'] as const) : []),
    ...(isOver ? [] : (['unfinished'] as const)),
    ...(state === 'applied' && !whole ? (['untold'] as const) : []),
  ];
}
