import { openWatch } from '../apiserver/__tests__/openWatch';
import { TestServer, testServer } from '../apiserver/__tests__/testServer';
import { FaultPlan } from './FaultPlan';

const PATH = '/apis/work.karmada.io/v1alpha2/resourcebindings';
const KIND = ['work.karmada.io/v1alpha2', 'ResourceBinding'] as const;

describe('FaultPlan', () => {
  let server: TestServer;
  let faults: FaultPlan;

  beforeEach(async () => {
    faults = FaultPlan.create();
    server = await testServer({ faults, bookmarkIntervalMs: 10 });
    server.add(...KIND, 'a/1', 'a/2', 'a/3', 'a/4', 'a/5');
  });

  afterEach(async () => {
    await server.close();
  });

  it.each([
    [401, 'Unauthorized'],
    [403, 'Forbidden'],
    [503, 'ServiceUnavailable'],
  ])('answers %i as a Status', async (code, reason) => {
    faults.add({ verb: 'list', action: { type: 'status', code } });

    const answer = await server.ask(PATH);

    expect(answer.status).toBe(code);
    expect(answer.body).toMatchObject({ kind: 'Status', reason });
  });

  it('answers 429 with Retry-After', async () => {
    faults.add({
      action: { type: 'status', code: 429, retryAfterSeconds: 120 },
    });

    const answer = await server.ask(PATH);

    expect(answer.headers['retry-after']).toBe('120');
    expect(answer.body.details.retryAfterSeconds).toBe(120);
  });

  it('fails page 3 of a list and lets the others pass', async () => {
    faults.add({ page: 3, times: 1, action: { type: 'status', code: 500 } });
    const statuses: number[] = [];
    let token = '';
    for (let page = 1; page <= 3; page += 1) {
      const answer = await server.ask(`${PATH}?limit=2&continue=${token}`);
      statuses.push(answer.status);
      token = answer.body.metadata.continue;
    }

    expect(statuses).toEqual([200, 200, 500]);
    expect((await server.ask(PATH)).status).toBe(200);
  });

  it('strikes only what it names, after as many as it skips, as often as it says', async () => {
    faults.add({
      resource: 'resourcebindings',
      verb: 'list',
      skip: 1,
      times: 2,
      action: { type: 'status', code: 503 },
    });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      statuses.push((await server.ask(PATH)).status);
    }

    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(faults.list()).toEqual([]);
    expect((await server.ask('/api/v1/namespaces')).status).toBe(200);
  });

  it('sends HTML with status 200', async () => {
    faults.add({ action: { type: 'html' } });

    const answer = await server.ask(PATH);

    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toBeUndefined();
  });

  it('sends objects that are not JSON', async () => {
    faults.add({ action: { type: 'malformed' } });

    const answer = await server.ask(PATH);

    expect(answer.status).toBe(200);
    expect(answer.body).toBeUndefined();
  });

  it('blows objects up', async () => {
    faults.add({ action: { type: 'oversized', bytes: 100_000 } });

    const answer = await server.ask(PATH);

    expect(answer.text.length).toBeGreaterThan(500_000);
  });

  it('answers late', async () => {
    faults.add({ action: { type: 'slow', milliseconds: 80 } });
    const started = Date.now();

    await server.ask(PATH);

    expect(Date.now() - started).toBeGreaterThanOrEqual(75);
  });

  it.each([
    ['before the answer', { type: 'reset' } as const],
    ['in the middle of it', { type: 'truncate', bytes: 100 } as const],
  ])('cuts the connection %s', async (_, action) => {
    faults.add({ action });

    await expect(server.ask(PATH)).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
  });

  it('drops a watch after so many events, and not the next one', async () => {
    faults.add({
      verb: 'watch',
      times: 1,
      action: { type: 'watch', what: 'drop', afterEvents: 3 },
    });
    const first = await openWatch(server, `${PATH}?watch=1`);
    const how = await first.ended;
    const second = await openWatch(server, `${PATH}?watch=1`);
    await second.until(5);
    second.close();

    expect(how).toBe('end');
    expect(first.lines).toHaveLength(3);
  });

  it('resets the watches that are open, and no later one', async () => {
    const open = await openWatch(server, `${PATH}?watch=1`);
    await open.until(5);
    faults.add({ only: 'open', action: { type: 'watch', what: 'reset' } });
    const how = await open.ended;
    const later = await openWatch(server, `${PATH}?watch=1`);
    await later.until(5);
    later.close();

    expect(how).toBe('ECONNRESET');
  });

  it('keeps a half-open watch without events and bookmarks', async () => {
    const from = server.store.resourceVersion;
    const watch = await openWatch(
      server,
      `${PATH}?watch=1&resourceVersion=${from}&allowWatchBookmarks=true`,
    );
    await watch.until(1);
    faults.add({ action: { type: 'watch', what: 'half-open' } });
    await new Promise(resolve => setTimeout(resolve, 30));
    const before = watch.lines.length;
    server.add(...KIND, 'a/6');
    await new Promise(resolve => setTimeout(resolve, 60));

    expect(watch.lines).toHaveLength(before);
    watch.close();
  });

  it.each([
    ['gone', 410],
    ['internal', 500],
  ] as const)('ends a watch with an ERROR event: %s', async (what, code) => {
    const watch = await openWatch(server, `${PATH}?watch=1`);
    await watch.until(5);
    faults.add({ action: { type: 'watch', what } });
    const how = await watch.ended;

    expect(how).toBe('end');
    expect(watch.lines[5]).toMatchObject({ type: 'ERROR', object: { code } });
  });

  it('puts a line that is not JSON into a watch', async () => {
    const watch = await openWatch(server, `${PATH}?watch=1`);
    await watch.until(5);
    faults.add({ action: { type: 'watch', what: 'garbage' } });
    await watch.until(6);
    watch.close();

    expect(typeof watch.lines[5]).toBe('string');
  });
});
