import { readdirSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { journeys } from '../__fixtures__/journeys';
import { readerStates } from '../__fixtures__/readerStates';
import { recording } from '../__fixtures__/recording';
import { replay } from '../__fixtures__/replay';

describe('a reader of a recorded run', () => {
  it.each(journeys)('sees $recording', ({ recording: name, runs }) => {
    const seen = replay(name).map(({ id, derived }) => ({
      id,
      states: readerStates(derived),
    }));
    expect(seen).toEqual(
      runs.map(({ id, states }) => ({
        id: expect.stringMatching(`^${id}`),
        states,
      })),
    );
  });

  it('has a journey for every recording of a run', () => {
    const folder = resolvePackagePath(
      '@fairway/backstage-plugin-multicluster-backend-module-pipecd',
      'src/__fixtures__/recordings',
    );
    const withRuns = readdirSync(folder)
      .filter(file => file.endsWith('.json'))
      .map(file => file.replace('.json', ''))
      .filter(name =>
        recording(name).some(({ response }) => response?.deployment),
      );
    expect(journeys.map(journey => journey.recording).sort()).toEqual(
      withRuns.sort(),
    );
  });
});
