import { replay } from '../__fixtures__/replay';

/** Start and end of each stage in seconds since the deployment was made, as seen at the end of a recording. */
function times(name: string, id: string, created: number) {
  const derived = replay(name)
    .find(run => run.id.startsWith(id))
    ?.derived.at(-1);
  const seconds = (iso?: string) =>
    iso === undefined ? '?' : Date.parse(iso) / 1000 - created;
  return {
    run: `${seconds(derived?.startedAt)}-${seconds(derived?.finishedAt)}`,
    stages: derived?.stages.map(
      ({ startedAt, finishedAt, startedAtMost }) =>
        `${startedAtMost ? '<' : ''}${seconds(startedAt)}-${seconds(
          finishedAt,
        )}`,
    ),
  };
}

describe('times of recorded runs', () => {
  it('are those of the stages that were seen running', () => {
    expect(times('v0-run-two-approvals', '87b4f208', 1795260177)).toEqual({
      run: '40-121',
      stages: ['40-47', '50-90', '95-110', '110-115'],
    });
  });

  it('keep the first start of a gate whose piped was killed and started again', () => {
    // PipeCD says 244 from then on; it was seen running at 50 when the journey begins, after a stage nobody saw begin.
    expect(
      times('v0-approve-while-piped-offline', 'b58e2d1f', 1795260817),
    ).toEqual({ run: '?-?', stages: ['?-46', '<50-?', '?-?', '?-?'] });
  });

  it('let a v0 gate that was cancelled end with its run, not when it began', () => {
    expect(
      times('v0-run-cancelled-no-rollback-asked', 'b58e2d1f', 1795260817),
    ).toEqual({
      run: '?-338',
      stages: ['?-46', '<308-338', '?-?', '?-?', '?-333'],
    });
  });

  it('let a v1 gate end when its time ran out, before the rollback', () => {
    expect(times('v1-run-gate-timeout-rollback', 'ed09fe', 1795261988)).toEqual(
      {
        run: '20-84',
        stages: ['20-24', '24-64', '?-?', '65-79', '79-84'],
      },
    );
  });

  it('give none to a stage that failed before it began', () => {
    expect(
      times('v0-run-cancelled-before-start', 'a5e99862', 1795261275),
    ).toEqual({ run: '?-45', stages: ['?-?', '?-?', '?-?'] });
  });
});
