import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readLaneSettings } from './readLaneSettings';

const read = (lanes: JsonObject) => readLaneSettings(new ConfigReader(lanes));

describe('readLaneSettings', () => {
  it.each`
    moveAfter         | moveAfterMs   | why
    ${undefined}      | ${45_000}     | ${'what it is by default'}
    ${{ minutes: 5 }} | ${300_000}    | ${'a duration in words'}
    ${'90s'}          | ${90_000}     | ${'a short one'}
    ${'PT2M'}         | ${120_000}    | ${'one of ISO 8601'}
    ${{ seconds: 0 }} | ${0}          | ${'at once'}
    ${{ days: 1 }}    | ${86_400_000} | ${'the longest'}
  `('$why: $moveAfter', ({ moveAfter, moveAfterMs }) => {
    expect(read({ ...(moveAfter && { moveAfter }) })).toEqual({ moveAfterMs });
    expect(readLaneSettings(undefined)).toEqual({ moveAfterMs: 45_000 });
  });

  it.each`
    moveAfter          | why
    ${'soon'}          | ${'no duration'}
    ${{ seconds: -1 }} | ${'in the past'}
    ${{ days: 2 }}     | ${'longer than anybody waits'}
    ${{ sec: 5 }}      | ${'a unit that there is not'}
  `('refuses what is $why', ({ moveAfter }) => {
    expect(() => read({ moveAfter })).toThrow(/moveAfter/);
  });
});
