import { recordingLaneReporter } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { toPipecdError } from '../wire/toPipecdError';
import { LaneAttempts } from './LaneAttempts';

const dropped = toPipecdError({ code: 14, details: 'Connection dropped' }, 'x');
const refused = toPipecdError(
  { code: 14, details: 'No connection established. Last error: x' },
  'x',
);

describe('LaneAttempts', () => {
  const setUp = () => {
    const report = recordingLaneReporter();
    const probe = jest.fn(async () => {});
    const attempts = LaneAttempts.create({
      lane: 'deployments',
      subject: 'Deployments',
      report,
      probe,
      random: () => 1,
    });
    return { report, probe, attempts };
  };
  const failing = (error: Error) => async () => {
    throw error;
  };

  it('waits longer after each failure, and not at all after a success', async () => {
    const { report, attempts } = setUp();
    const waits = [];
    for (let round = 0; round < 6; round++) {
      waits.push(await attempts.make(failing(refused)));
    }

    expect(waits).toEqual([6_000, 11_000, 21_000, 41_000, 61_000, 61_000]);
    expect(await attempts.make(async () => {})).toBe(0);
    expect(report.lane('deployments').problem).toBeUndefined();
    expect(report.lane('deployments').problems).toHaveLength(1);
  });

  it('lets a request rest for ten minutes that loses the connection three times while another is answered', async () => {
    const { report, probe, attempts } = setUp();
    const waits = [];
    for (let round = 0; round < 3; round++) {
      waits.push(await attempts.make(failing(dropped)));
    }

    expect(waits.at(-1)).toBe(600_000);
    expect(probe).toHaveBeenCalledTimes(2);
    expect(report.lane('deployments').problem?.sentence.code).toBe(
      'pipecd.problem.drops',
    );
  });

  it('does not take a control plane that is away for one that a request ended', async () => {
    const { probe, attempts } = setUp();
    await attempts.make(failing(dropped));
    probe.mockRejectedValue(dropped);
    const round = jest.fn(failing(dropped));
    const waits = [];
    for (let attempt = 0; attempt < 5; attempt++) {
      waits.push(await attempts.make(round));
    }

    expect(round).not.toHaveBeenCalled();
    expect(Math.max(...waits)).toBeLessThan(600_000);
  });

  it('lets through what is no answer of the control plane', async () => {
    const { attempts } = setUp();

    await expect(
      attempts.make(failing(new Error('lease lost'))),
    ).rejects.toThrow('lease lost');
  });
});
