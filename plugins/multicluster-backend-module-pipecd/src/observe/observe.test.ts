import { status } from '@grpc/grpc-js';
import { ConflictError } from '@backstage/errors';
import {
  eventually,
  MemoryRunsSink,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { FakeControlPlane } from '../__testUtils__/FakeControlPlane';
import { FakeProject } from '../__testUtils__/FakeProject';
import { Observing, startObserving } from '../__testUtils__/observing';
import { recorded } from '../__testUtils__/recorded';

const NOW = Math.floor(Date.now() / 1000);
const DAY = 24 * 3600;

describe('observe', () => {
  let fake: FakeControlPlane;
  let project: FakeProject;
  const running: Observing[] = [];

  const start = (options?: Parameters<typeof startObserving>[1]) => {
    const observing = startObserving(fake.address, options);
    running.push(observing);
    return observing;
  };
  const has = ({ sink }: Observing, key: string) =>
    sink.until(() => sink.fact('run', key) !== undefined);
  const lists = () => fake.named('ListDeployments');

  beforeEach(async () => {
    fake = await FakeControlPlane.start();
    project = FakeProject.on(fake);
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(one => one.stop().catch(() => {})));
    fake.close();
  });

  it.each([[['web' as const]], [['api' as const]]])(
    'stores deployments of the last 30 days, applications and where it stands, by %j',
    async by => {
      for (let id = 0; id < 120; id++) {
        project.put(`d${id}`, { status: 4, updated_at: NOW - id });
      }
      project.put('old', { status: 4, updated_at: NOW - 31 * DAY });
      project.applications = [
        { id: 'app-1', name: 'shop' },
        { id: 'app-2', name: 'off', disabled: true },
        { id: 'app-3', name: 'gone', disabled: true, deleted: true },
      ];
      const { sink, report } = start({ by });
      await sink.until(
        () => sink.storedCheckpoint('deployments') !== undefined,
      );
      await sink.until(() => sink.facts('pipeline').length === 3);

      expect(sink.facts('run')).toHaveLength(120);
      expect(sink.fact('run', 'old')).toBeUndefined();
      expect(sink.storedCheckpoint('deployments')).toBe(`r1:${NOW}`);
      expect(sink.fact('pipeline', 'app-3')).toMatchObject({
        disabled: true,
        deleted: true,
      });
      expect(report.lane('deployments').problem).toBeUndefined();
    },
  );

  it('ends after a last page that is full, though that has a cursor as well', async () => {
    for (let id = 0; id < 50; id++) {
      project.put(`d${id}`, { status: 4, updated_at: NOW - id });
    }
    const { sink } = start();
    await sink.until(() => sink.storedCheckpoint('deployments') !== undefined);

    expect(lists().map(({ request }) => request.cursor)).toEqual([
      undefined,
      `${NOW - 49}/d49`,
    ]);
  });

  it('asks the web service for what changed since, with an overlap of 30 seconds', async () => {
    project.put('d1', { status: 4, updated_at: NOW });
    const observing = start();
    await has(observing, 'd1');
    await eventually(() => lists().length > 2);
    const mins = lists().map(({ request }) => request.page_min_updated_at);

    expect(mins[0]).toBeGreaterThan(NOW - 31 * DAY);
    expect(mins[1]).toBe(NOW - 30);
  });

  it('never asks for a list without options, nor with a filter', async () => {
    const { sink } = start({ by: ['web', 'api'] });
    await sink.until(() => sink.completedSweeps('pipeds') > 0);
    await eventually(() => lists().length > 0);

    const wire = fake.calls
      .filter(
        ({ service, name }) => `${service}/${name}` === 'web/ListApplications',
      )
      .map(({ bytes }) => bytes.toString('hex'));
    expect(new Set(wire)).toEqual(new Set(['0a00']));
    expect(fake.calls.every(({ metadata }) => metadata.cookie !== '')).toBe(
      true,
    );
  });

  it('finds a row that jumped over a walk, as one did in the recording', async () => {
    const [{ response, note }] = recorded('walk-while-a-row-changes');
    const jumped = /row (\S+) stood/.exec(note!)![1];
    const { pages } = response as unknown as { pages: string[][] };
    expect(pages.flat().filter(id => id === jumped)).toHaveLength(0);
    for (let id = 0; id < 60; id++) {
      project.put(`d${id}`, { status: 4, updated_at: NOW - 100 - id });
    }
    let moved = false;
    project.beforePage = cursor => {
      if (cursor !== '' && !moved) {
        moved = true;
        project.put('d55', { status: 5, updated_at: NOW });
      }
    };
    const observing = start();

    await has(observing, 'd55');
    expect(observing.sink.facts('run')).toHaveLength(60);
  });

  it('writes a deployment once that comes twice and does not change', async () => {
    project.put('d1', { labels: { a: '1', b: '2' } });
    const observing = start();
    await has(observing, 'd1');
    project.put('d1', { labels: { b: '2', a: '1' }, updated_at: NOW + 1 });
    const before = lists().length;
    await eventually(() => lists().length > before + 2);

    expect(
      observing.sink.writes.filter(({ type }) => type === 'run'),
    ).toHaveLength(1);
  });

  it('reads a run again that no list names any more although it is not over', async () => {
    project.put('d1');
    const observing = start();
    await has(observing, 'd1');
    project.hidden.add('d1');
    project.put('d1', { status: 4, completed_at: NOW });

    await observing.sink.until(
      sink => sink.fact('run', 'd1')?.active === false,
    );
    expect(fake.named('GetDeployment').length).toBeGreaterThan(0);
  });

  it('reads runs again after a restart that were not over before it', async () => {
    project.put('d1');
    const sink = MemoryRunsSink.create();
    const first = start({ sink });
    await has(first, 'd1');
    await first.stop();
    project.hidden.add('d1');
    project.put('d1', { status: 6 });
    start({ sink });

    await sink.until(() => sink.fact('run', 'd1')?.active === false);
    expect(sink.facts('run')).toHaveLength(1);
  });

  it('looks at a run that a webhook named, and at no id that PipeCD could not have made', async () => {
    project.put('d1', { status: 4 });
    project.hidden.add('d1');
    const observing = start();
    await eventually(() => lists().length > 0);
    observing.demand.hold();
    await eventually(() => observing.demand.waiting() > 0);
    const before = lists().length;
    observing.demand.wake(['d1', '../x y']);
    await has(observing, 'd1');

    expect(
      fake.named('GetDeployment').map(({ request }) => request.deployment_id),
    ).toEqual(['d1']);
    expect(lists()).toHaveLength(before);
  });

  it('reads a run that is on screen by itself between two lists, and no more once it is over', async () => {
    project.put('d1');
    const observing = start();
    await has(observing, 'd1');
    observing.demand.watch(['d1']);
    await eventually(() => fake.named('GetDeployment').length > 3);
    const reads = fake.named('GetDeployment').length;
    expect(reads).toBeGreaterThan(lists().length / 2);
    project.put('d1', { status: 4 });
    await observing.sink.until(
      sink => sink.fact('run', 'd1')?.active === false,
    );
    const before = fake.named('GetDeployment').length;
    const listed = lists().length;
    await eventually(() => lists().length > listed + 2);

    expect(fake.named('GetDeployment')).toHaveLength(before);
  });

  it('learns from the log of a waiting gate how many approvals it needs, and keeps it', async () => {
    const gate = {
      id: 'gate',
      name: 'WAIT_APPROVAL',
      status: 1,
      visible: true,
      metadata: { Approvers: 'alice,bob' },
    };
    project.put('d1', { stages: [gate] });
    const log = 'Waiting for approval from at least 2 user(s)...';
    fake.on('web', 'GetStageLog', {
      response: { blocks: [{ index: NOW, log, created_at: NOW }] },
    });
    const { sink } = start();
    const minimum = () =>
      (
        sink.fact('run', 'd1')?.native as
          | { stages: Array<{ log?: { minimum?: number } }> }
          | undefined
      )?.stages[0].log?.minimum;
    await sink.until(() => minimum() === 2);
    fake.on('web', 'GetStageLog', {
      response: {
        blocks: [
          { index: NOW, log, created_at: NOW },
          { index: NOW + 1, log: 'Got approval from "alice"' },
        ],
      },
    });
    await sink.until(() =>
      JSON.stringify(sink.fact('run', 'd1')?.native).includes('"alice"}'),
    );
    fake.on('web', 'GetStageLog', {
      error: { code: status.INTERNAL, details: 'no object store' },
    });
    project.put('d1', { stages: [gate], summary: 'again' });
    await sink.until(() =>
      JSON.stringify(sink.fact('run', 'd1')?.native).includes('again'),
    );

    expect(minimum()).toBe(2);
  });

  it('stores what a list said before it reads the logs of gates that wait', async () => {
    const gate = {
      id: 'gate',
      name: 'WAIT_APPROVAL',
      status: 1,
      visible: true,
    };
    project.put('d1', { stages: [gate] });
    fake.on('web', 'GetStageLog', 'hang');
    const { sink } = start();
    await eventually(() => fake.named('GetStageLog').length > 0);

    expect(sink.fact('run', 'd1')).toBeDefined();
  });

  it('reads no logs of gates of runs that were over when they were first seen', async () => {
    const gate = {
      id: 'gate',
      name: 'WAIT_APPROVAL',
      status: 2,
      visible: true,
    };
    project.put('d1', { status: 4, stages: [gate] });
    const observing = start();
    await has(observing, 'd1');

    expect(fake.named('GetStageLog')).toHaveLength(0);
  });

  it('leaves out deployments of another project than is configured, and says so', async () => {
    project.put('d1', { project_id: 'other' });
    project.put('d2');
    const observing = start();
    await has(observing, 'd2');

    expect(observing.sink.fact('run', 'd1')).toBeUndefined();
    expect(observing.report.sourceFacts().map(({ code }) => code)).toContain(
      'pipecd.gap.foreign',
    );
  });

  it('lets each lane fail by itself, and recovers', async () => {
    fake.on('web', 'ListApplications', {
      error: { code: status.INTERNAL, details: 'Failed to get applications' },
    });
    project.put('d1');
    const observing = start();
    const { report, sink } = observing;
    await has(observing, 'd1');
    await eventually(() => report.lane('applications').problem);
    fake.on('web', 'ListApplications', {
      response: { applications: [{ id: 'app-1', name: 'shop' }] },
    });
    await sink.until(() => sink.fact('pipeline', 'app-1') !== undefined);

    expect(report.lane('applications').problems).toEqual([
      expect.objectContaining({ code: 'upstream-error' }),
    ]);
    expect(report.lane('applications').recoveries).toBe(1);
    expect(report.lane('deployments').problems).toEqual([]);
  });

  it('deletes nothing when a list breaks off', async () => {
    for (let id = 0; id < 60; id++) {
      project.put(`d${id}`, { status: 4, updated_at: NOW - id });
    }
    project.beforePage = cursor => {
      if (cursor !== '') {
        fake.drop();
      }
    };
    const { sink, report } = start();
    await eventually(() => report.lane('deployments').problem);

    expect(sink.storedCheckpoint('deployments')).toBeUndefined();
    project.beforePage = () => {};
    await sink.until(() => sink.facts('run').length === 60);
  });

  it('asks something harmless before it repeats a request that lost the connection, and then lets it rest', async () => {
    fake.on('web', 'ListDeployments', 'drop');
    const { report } = start();
    await eventually(() =>
      report
        .lane('deployments')
        .problems.some(({ sentence }) => sentence.code.endsWith('drops')),
    );
    const names = fake.calls.map(({ name }) => name);
    const asked = names.flatMap((name, at) =>
      name === 'ListDeployments' ? [at] : [],
    );

    expect(asked.length).toBeGreaterThan(2);
    for (const [place, at] of asked.slice(1).entries()) {
      expect(names.slice(asked[place], at)).toContain('GetMe');
    }
  });

  it('names what an older control plane lacks instead of failing', async () => {
    fake.on('web', 'ListPipeds', {
      error: { code: status.UNIMPLEMENTED, details: 'unknown method' },
    });
    const { report } = start();
    await eventually(() =>
      report.sourceFacts().some(({ params }) => params.call === 'ListPipeds'),
    );

    expect(report.lane('pipeds').problems).toEqual([]);
  });

  it('asks by id for pipeds when it has an API key alone, and calls their state unknown', async () => {
    project.applications = [{ id: 'app-1', name: 'shop', piped_id: 'p1' }];
    fake.on('api', 'GetPiped', {
      response: { piped: { id: 'p1', name: 'piped-one', version: 'v0.57.1' } },
    });
    const { sink, report } = start({ by: ['api'] });
    await sink.until(() => sink.fact('agent', 'p1') !== undefined);

    expect(sink.fact('agent', 'p1')).toMatchObject({ state: 'unknown' });
    expect(report.sourceFacts().map(({ code }) => code)).toContain(
      'pipecd.gap.pipedStatus',
    );
  });

  it('tells pipeds that went offline', async () => {
    project.pipeds = [{ id: 'p1', name: 'piped-one', status: 1 }];
    const { sink } = start();
    await sink.until(() => sink.fact('agent', 'p1')?.state === 'online');
    project.pipeds = [{ id: 'p1', name: 'piped-one', status: 2 }];

    await sink.until(() => sink.fact('agent', 'p1')?.state === 'offline');
    expect(sink.facts('agent')).toHaveLength(1);
  });

  it('reads applications at once when a run names one that nobody has heard of', async () => {
    const observing = start();
    const { sink, demand } = observing;
    await sink.until(() => sink.completedSweeps('applications') > 0);
    demand.hold();
    project.applications = [{ id: 'app-1', name: 'shop' }];
    project.put('d1');
    await eventually(() => demand.waiting() > 0);
    demand.wake(['d1']);

    await sink.until(() => sink.fact('pipeline', 'app-1') !== undefined);
    expect(fake.named('ListApplications').length).toBe(2);
  });

  it('ends when the lease is lost', async () => {
    project.put('d1');
    const { sink, stop, demand } = start();
    await eventually(() => sink.calls.length > 3 && demand.waiting() > 0);
    sink.loseLease();
    project.put('d2');
    demand.wake(['d2']);
    await new Promise(resolve => setTimeout(resolve, 500));

    await expect(stop()).rejects.toThrow(ConflictError);
  });
});
