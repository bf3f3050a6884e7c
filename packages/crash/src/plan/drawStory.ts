import { Act } from '../check/Act';
import { draw } from '../lib/draw';
import { VOTERS } from '../portal/crashWorld';
import { Story } from './Story';
import { StoryKind } from './StoryKind';

const PEOPLE = 3;
const PAUSE_MS = 500;
/** About as long as it takes to decide and to release it. */
const AGAIN_MS = 2_500;
/** In one story of so many somebody decides past the rules. */
const EMERGENCY_IN = 6;

/** One of these is drawn for each person: most approve, some change their minds, some refuse. */
const MINDS: Act[][] = [
  ['approve'],
  ['approve'],
  ['approve'],
  ['approve', 'take-back', 'approve'],
  ['approve', 'take-back'],
  ['reject'],
  ['reject', 'take-back', 'approve'],
  [],
];

/**
 * The story of the `number`-th run, or of the `number`-th change of a lane: the same for the same seed. One run in three waits for
 * a script that asks; one lane in two is rendered once more while it is decided about.
 */
export function drawStory(
  seed: number,
  number: number,
  kind: StoryKind,
): Story {
  const one = (question: string, high: number) =>
    draw(seed, number, `${kind}/${question}`, 0, high);
  const first = one('people', VOTERS.length - 1);
  const isEmergency = one('emergency', EMERGENCY_IN - 1) === 0;
  const mindOf = (index: number): Act[] => {
    const mind = MINDS[one(`mind/${index}`, MINDS.length - 1)];
    return isEmergency && index === 0 ? ['break-glass', ...mind] : mind;
  };
  const common = {
    parts: Array.from({ length: PEOPLE }, (_, index) => ({
      voter: VOTERS[(first + index) % VOTERS.length],
      acts: mindOf(index).map((act, time) => ({
        act,
        afterMs: one(`pause/${index}/${time}`, PAUSE_MS),
      })),
    })),
    restarts: one('restarts', 2) === 0 ? 1 : 0,
  };
  return kind === 'lanes'
    ? {
        ...common,
        run: `change-${number}`,
        gate: 'lane',
        ...(one('again', 1) === 0 && {
          againAfterMs: one('again/after', AGAIN_MS),
        }),
      }
    : {
        ...common,
        run: `run-${number}`,
        gate: one('gate', 2) === 0 ? 'script' : 'tool',
      };
}
