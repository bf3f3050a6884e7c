import { CREATED, deployment, factOf, stage } from '../__fixtures__/objects';
import { allStageTimes } from './allStageTimes';

/** Start of the last of three stages, of which it requires the others; in seconds since the deployment was made. */
function startOfLast(first?: number, second?: number) {
  const raw = deployment({
    stages: [
      stage('A', 2, first),
      stage('B', 2, second),
      stage('C', 2, 50, { requires: ['a', 'b'] }),
    ],
  });
  const { start } =
    allStageTimes(factOf(raw).native, { starts: [] }).get('c') ?? {};
  return start && start - CREATED;
}

describe('allStageTimes', () => {
  it('lets a stage that nobody saw run begin when the last of those before it ended', () => {
    expect(startOfLast(10, 20)).toBe(20);
  });

  it('knows no start when one of them has no end', () => {
    expect(startOfLast(10, undefined)).toBeUndefined();
  });

  it('goes by requirements, not by the order of the list', () => {
    const raw = deployment({
      stages: [stage('B', 2, 30, { requires: ['a'] }), stage('A', 2, 20)],
    });
    const times = allStageTimes(factOf(raw).native, { starts: [] });
    expect(times.get('b')).toMatchObject({ start: CREATED + 20 });
  });
});
