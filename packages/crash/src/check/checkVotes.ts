import { ClientEntry } from './ClientEntry';
import { Stances } from './Stances';
import { Violation } from './Violation';

/**
 * Judges whether votes stay where they are, by what the portal showed to people while they decided and in the end:
 *
 * - `forgotten`: the portal said that it has somebody's vote, or decision past the rules, and later shows the request, still about the
 *   same, without it.
 *
 * Who finds their vote gone casts it again, so that all may end well: that it was gone is told by what was shown alone.
 */
export function checkVotes(
  run: string,
  client: readonly ClientEntry[],
): Violation[] {
  const last = client.findLast(({ kind }) => kind === 'seen');
  const gone = client.flatMap(entry => {
    if (entry.kind !== 'shown' && entry !== last) {
      return [];
    }
    // Of the others somebody may be about to take theirs back while it is shown.
    const whose = entry.kind === 'shown' ? entry.voter : undefined;
    return forgottenIn(entry, client, whose);
  });
  return gone.map(voter => ({ rule: 'forgotten', run, voter }));
}

function forgottenIn(
  entry: ClientEntry,
  client: readonly ClientEntry[],
  whose: string | undefined,
): string[] {
  if (!('votes' in entry)) {
    return [];
  }
  const { at, subject, votes } = entry;
  const gone = Stances.at(client, at)
    .settled.filter(
      held =>
        held.subject === subject &&
        (whose === undefined || held.voter === whose) &&
        !votes.some(
          ({ voter, act }) => voter === held.voter && act === held.act,
        ),
    )
    .map(({ voter }) => voter);
  return [...gone, ...forgottenPastRules(entry, client, whose)];
}

/** Who is not the one that the portal said it has. Whoever asks for their vote back, or refuses it, may take it back for all. */
function forgottenPastRules(
  { at, subject, pastRules }: Extract<ClientEntry, { votes: unknown }>,
  client: readonly ClientEntry[],
  whose: string | undefined,
): string[] {
  const before = client.filter(one => one.at < at);
  const index = before.findLastIndex(
    one => one.kind === 'accepted' && one.act === 'break-glass',
  );
  const decided = before[index];
  const isTakenBack = client.some(
    one => 'act' in one && (one.act === 'take-back' || one.act === 'reject'),
  );
  return decided?.kind === 'accepted' &&
    decided.subject === subject &&
    (whose === undefined || decided.voter === whose) &&
    decided.voter !== pastRules &&
    !isTakenBack
    ? [decided.voter]
    : [];
}
