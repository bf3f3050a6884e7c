import { RunDetails } from '@fairway/backstage-plugin-multicluster-common';
import { buildRunRow } from './buildRun';
import { waitingStages } from './buildStages';
import { said } from './said';

/** The page of the canary of the references while it waits for approval, all of it read and live unless told. */
export function buildRunDetails(options: Partial<RunDetails> = {}): RunDetails {
  const run = options.run ?? buildRunRow({ environment: 'production' });
  return {
    revision: 'r1',
    observedAt: new Date().toISOString(),
    coverage: { seen: 1, total: 1, stale: 0, problems: [] },
    run,
    sentences: [
      {
        ...said('Waits for approval: 1 of 2 given by sre-1.'),
        tone: 'hold',
      },
    ],
    stages: waitingStages(),
    agent: { nativeId: 'piped-1', name: 'piped-1', state: 'online' },
    chain: [],
    behind: [],
    placedNowhere: [],
    ...options,
  };
}
