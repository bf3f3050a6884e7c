import { decidesAbout } from '../plan/decidesAbout';
import { CampaignOptions } from './CampaignOptions';
import { crashOnce } from './crashOnce';
import { World } from './World';

/** After so many deaths people get to see a page again. */
const SEEN_AFTER = 3;

/** {@inheritDoc tryCrashes} */
export interface Tried {
  /** How many crashes happened, and how many did not because nobody passed their point. */
  died: number;
  lived: number;
  /** Number of the crash to go on with; absent: all were tried. */
  next?: number;
}

/** Tries one crash after the other, until the last one, the first violation, or the time is up. */
export async function tryCrashes(
  { replicas, streams, stops, turns, seen }: World,
  options: Pick<CampaignOptions, 'crashes' | 'from' | 'until' | 'say'>,
): Promise<Tried> {
  const { crashes, from, until, say } = options;
  const tried: Tried = { died: 0, lived: 0 };
  const all = [...Object.values(streams), stops, turns];
  for (let index = from; index < crashes.length; index++) {
    if (all.some(({ violations }) => violations.length > 0)) {
      return tried;
    }
    if (Date.now() > until) {
      return { ...tried, next: index };
    }
    if (index % SEEN_AFTER === 0) {
      // On a busy machine it would die each time before anybody is shown anything, and nothing would ever be decided.
      await seen();
    }
    const crash = crashes[index];
    streams.runs.open = decidesAbout(crash, 'runs');
    streams.lanes.open = decidesAbout(crash, 'lanes');
    turns.open = crash.kind === 'time';
    const died = await crashOnce(replicas, crash);
    tried[died ? 'died' : 'lived'] += 1;
    const ended = died ? 'died' : 'LIVED';
    const [{ totals: runs }, { totals: lanes }] = [streams.runs, streams.lanes];
    say(
      `${index} ${JSON.stringify(crash)} ${ended}; ${runs.over} runs over, ${
        runs.effects
      } effects; ${lanes.over} changes of lanes over, ${
        lanes.effects
      } releases`,
    );
  }
  return tried;
}
