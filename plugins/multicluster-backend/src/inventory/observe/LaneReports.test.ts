import { mockServices } from '@backstage/backend-test-utils';
import { LaneReports } from './LaneReports';
import { LaneState } from './LaneState';

const forbidden = {
  code: 'forbidden' as const,
  sentence: { code: 'x', params: {}, text: 'may not list deployments' },
};

function reports(lanes: LaneState[] = []) {
  const clock = { now: 1_000_000 };
  const logger = mockServices.logger.mock();
  const retired: string[] = [];
  const metrics = { relist: jest.fn(), error: jest.fn(), committed: jest.fn() };
  const one = LaneReports.create({
    facet: 'fleet',
    source: 'west',
    title: 'West',
    logger,
    metrics,
    lanes,
    notes: { facts: [] },
    retired: lane => retired.push(lane),
    now: () => clock.now,
  });
  return { one, clock, logger, retired, metrics };
}

const names = (lanes: LaneState[]) => lanes.map(({ name }) => name);

describe('LaneReports', () => {
  it('gives one line in the log for a change of state, however often it is told', () => {
    const { one, logger, clock, metrics } = reports();
    one.declare('deployments', { subject: 'Deployments' });
    const since = clock.now;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      one.problem('deployments', forbidden);
      clock.now += 1000;
    }
    one.recovered('deployments');
    one.recovered('deployments');

    expect(logger.warn.mock.calls).toEqual([
      ['west: Deployments: forbidden: may not list deployments'],
    ]);
    expect(logger.info.mock.calls).toEqual([['west: Deployments: read again']]);
    expect(metrics.error).toHaveBeenCalledTimes(5);
    one.problem('deployments', forbidden);
    expect(one.all()[0]).toMatchObject({ errors: 6, subject: 'Deployments' });
    expect(one.all()[0].problem?.since).toBe(since + 5000);
  });

  it('keeps since when a problem lasts while only its words change', () => {
    const { one, clock } = reports();
    one.problem('deployments', forbidden);
    const since = clock.now;
    clock.now += 60_000;
    const words = { ...forbidden.sentence, text: 'still may not' };
    one.problem('deployments', { ...forbidden, sentence: words });
    expect(one.all()[0].problem).toEqual({
      ...forbidden,
      sentence: words,
      since,
    });
  });

  it('has a problem written at once, and what flaps only every five seconds', () => {
    const { one, clock } = reports();
    one.problem('deployments', forbidden);
    expect(names(one.due())).toEqual(['deployments']);
    one.recovered('deployments');
    expect(one.due()).toEqual([]);
    clock.now += 5_000;
    expect(names(one.due())).toEqual(['deployments']);
    expect(one.due()).toEqual([]);
  });

  it('has contact written four times a minute, and nothing without contact', () => {
    const { one, clock } = reports();
    one.declare('deployments', { subject: 'Deployments' });
    one.due();
    let writes = 0;
    for (let second = 0; second < 60; second += 1) {
      clock.now += 1000;
      one.contact('deployments');
      one.lag('deployments', 0.2);
      writes += one.due().length;
    }
    expect(writes).toBe(4);
    clock.now += 60_000;
    expect(one.due()).toEqual([]);
  });

  it('ends a problem that an earlier observation left behind at the first contact', () => {
    const { one, clock } = reports([
      {
        name: 'deployments',
        subject: 'Deployments',
        retired: false,
        relists: 2,
        errors: 7,
        problem: { ...forbidden, since: 5 },
        inherited: true,
        urgent: false,
        writtenAt: -Infinity,
      },
    ]);
    clock.now += 1;
    one.contact('deployments');
    expect(one.due()[0]).toMatchObject({ problem: undefined, errors: 7 });
  });

  it('lists a facet that cannot go on at all as a lane of its own, until there is contact', () => {
    const { one } = reports();
    one.failed(forbidden);
    expect(one.due()).toMatchObject([
      { name: 'source', subject: 'West', problem: forbidden, retired: false },
    ]);
    one.contact('deployments');
    expect(one.all()[0]).toMatchObject({ problem: undefined, retired: true });
  });

  it('has a lane retired once, and takes it back when it is declared again', () => {
    const { one, retired } = reports();
    one.declare('jobs', { subject: 'Jobs' });
    one.problem('jobs', forbidden);
    one.retire('jobs');
    one.retire('jobs');
    expect(retired).toEqual(['jobs']);
    expect(one.all()[0]).toMatchObject({ retired: true, problem: undefined });
    one.declare('jobs', { subject: 'Jobs' });
    expect(one.all()[0].retired).toBe(false);
  });

  it('retires what an earlier observation left behind, once there was time to want it', () => {
    const left = (name: string): LaneState => ({
      name,
      subject: name,
      retired: false,
      relists: 0,
      errors: 0,
      inherited: false,
      urgent: false,
      writtenAt: -Infinity,
    });
    const { one, retired, clock } = reports([left('jobs'), left('bindings')]);
    clock.now += 3600_000;
    one.retireForgotten();
    expect(retired).toEqual([]);

    one.declare('bindings', { subject: 'Bindings' });
    one.contact('bindings');
    clock.now += 599_000;
    one.retireForgotten();
    expect(retired).toEqual([]);
    clock.now += 1_000;
    one.retireForgotten();
    expect(retired).toEqual(['jobs']);
  });

  it('has what the source says of itself written when it changed', () => {
    const { one } = reports();
    const fact = { code: 'y', params: {}, text: 'serves v1.18' };
    one.facts([]);
    expect(one.dueNotes()).toBeUndefined();
    one.facts([fact]);
    one.missingRbac('rules: []');
    expect(one.dueNotes()).toEqual({ facts: [fact], missingRbac: 'rules: []' });
    one.facts([fact]);
    expect(one.dueNotes()).toBeUndefined();
  });

  it('takes a change from the future for one that has just happened', () => {
    const { one } = reports();
    one.lag('deployments', -600);
    expect(one.all()[0].lagSeconds).toBe(0);
  });
});
