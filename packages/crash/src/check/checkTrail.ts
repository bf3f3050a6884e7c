import { Act } from './Act';
import { ClientEntry, WrittenAct } from './ClientEntry';
import { Violation } from './Violation';

type Accepted = Extract<ClientEntry, { kind: 'accepted' }>;

/**
 * Judges what the trail says of people, by what they asked for and were told:
 *
 * - `unwritten`: the portal said that it has what somebody did, and the trail of that request does not say so;
 * - `written-twice`: the trail says more often that somebody did it than they ever asked for it.
 *
 * A trail that could not be read in the end is no breach by itself: its story is unfinished.
 */
export function checkTrail(
  run: string,
  client: readonly ClientEntry[],
): Violation[] {
  const trails = client.flatMap(entry =>
    entry.kind === 'trail' ? [entry] : [],
  );
  const all = trails.flatMap(({ written }) => written);
  return [
    ...trails
      .flatMap(({ request, written }) =>
        unwritten(acceptedOf(client, request), written),
      )
      .map((voter): Violation => ({ rule: 'unwritten', run, voter })),
    ...writtenTwice(client, all).map(
      (voter): Violation => ({ rule: 'written-twice', run, voter }),
    ),
  ];
}

function acceptedOf(
  client: readonly ClientEntry[],
  request: string,
): Accepted[] {
  return client.flatMap(entry =>
    entry.kind === 'accepted' && entry.request === request ? [entry] : [],
  );
}

/** Saying again what is so already need not be written again. */
function unwritten(
  accepted: readonly Accepted[],
  written: readonly WrittenAct[],
): string[] {
  const said = accepted.filter(
    ({ voter, act }, index) =>
      accepted.slice(0, index).findLast(one => one.voter === voter)?.act !==
      act,
  );
  return unique(said).flatMap(one =>
    timesOf(one, said) > timesOf(one, written) ? [one.voter] : [],
  );
}

function writtenTwice(
  client: readonly ClientEntry[],
  written: readonly WrittenAct[],
): string[] {
  const asked = client.flatMap(entry =>
    entry.kind === 'asked' ? [entry] : [],
  );
  return unique(written).flatMap(one =>
    timesOf(one, written) > timesOf(one, asked) ? [one.voter] : [],
  );
}

function unique(acts: readonly WrittenAct[]): WrittenAct[] {
  const known = new Map<string, WrittenAct>();
  acts.forEach(({ voter, act }) =>
    known.set(JSON.stringify([voter, act]), { voter, act }),
  );
  return [...known.values()];
}

function timesOf(
  { voter, act }: WrittenAct,
  acts: ReadonlyArray<{ voter: string; act: Act }>,
): number {
  return acts.filter(one => one.voter === voter && one.act === act).length;
}
