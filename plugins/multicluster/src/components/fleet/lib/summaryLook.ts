import { PlacementSummaryState } from '@fairway/backstage-plugin-multicluster-common';
import { Look } from './Look';

const looks: Record<PlacementSummaryState, Look> = {
  converged: { tone: 'ok', shape: 'check' },
  progressing: { tone: 'run', shape: 'half' },
  degraded: { tone: 'bad', shape: 'octagon' },
  unscheduled: { tone: 'warn', shape: 'triangle' },
  'scheduling-suspended': { tone: 'hold', shape: 'pause' },
};

/** Shape and colour of a placement's summary; nothing placed it reads as a warning. */
export function summaryLook(state: PlacementSummaryState | undefined): Look {
  return (
    (state && looks[state]) ?? {
      tone: state ? 'stale' : 'warn',
      shape: state ? 'question' : 'triangle',
    }
  );
}
