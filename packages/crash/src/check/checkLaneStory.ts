import { PlaneEntry } from '../plane/PlaneEntry';
import { checkLane, LaneRules } from './checkLane';
import { checkTrail } from './checkTrail';
import { ClientEntry } from './ClientEntry';
import { Violation } from './Violation';

/** What a lane was rendered with. `since`: place of that among all entries. */
export interface LaneContent {
  name: string;
  since: number;
}

/**
 * Judges a lane that was rendered, and perhaps once more while people decided about it: each content by what people said to that very
 * one, so that a vote for the one has no effect on the other (see `checkLane`), and
 *
 * - `open`: nothing was held again in the end; where it was given up, that is looked at when everything is over;
 * - what the trail says (see `checkTrail`).
 */
export function checkLaneStory(
  run: string,
  contents: readonly LaneContent[],
  plane: readonly PlaneEntry[],
  client: readonly ClientEntry[],
  rules: Pick<LaneRules, 'needed' | 'clusters' | 'byPerson'>,
): Violation[] {
  const about = (name: string) =>
    client.filter(entry => (entry.about ?? entry.run) === name);
  const steps = contents.flatMap(({ name }, index) => {
    const before = contents[index - 1];
    const next = contents[index + 1];
    return checkLane(
      name,
      plane.filter(entry => entry.run === name),
      about(name),
      {
        ...rules,
        ...(before && { before: about(before.name) }),
        ...(next && { until: next.since }),
      },
    );
  });
  const form = plane.findLast(
    ({ kind }) => kind === 'opened' || kind === 'held',
  );
  const isGivenUp = client.some(
    one => one.kind === 'resolved' && one.how === 'abandon',
  );
  const open: Violation[] =
    form?.kind === 'opened' && !isGivenUp
      ? [{ rule: 'open', run: form.run }]
      : [];
  return [...steps, ...open, ...checkTrail(run, client)];
}
