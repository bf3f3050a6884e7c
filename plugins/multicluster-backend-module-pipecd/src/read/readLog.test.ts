import { RunFact } from '@fairway/backstage-plugin-multicluster-node';
import { PipecdRun } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { RawStageLog } from '../wire/messages';
import { readLog } from './readLog';

const run = {
  key: 'd1',
  native: {
    stages: [{ id: 's1', key: 's1', status: StageStatus.RUNNING, retried: 0 }],
  },
} as unknown as RunFact<PipecdRun>;

/** Reads the log of a stage that runs, which PipeCD answers with the given. */
function read(log: RawStageLog | undefined, cursor?: string) {
  const reader = {
    stageLog: jest.fn(async () => log),
    deployment: jest.fn(async () => ({ id: 'd1' })),
  };
  return readLog(reader, {
    caller: { userEntityRef: 'user:default/olivia', ownershipEntityRefs: [] },
    run,
    stageId: 's1',
    cursor,
    secrets: [],
    deadlineMs: 1000,
    signal: new AbortController().signal,
  });
}

describe('readLog', () => {
  it('tells where to read on of a stage that has written nothing yet, so that it can be followed from its first second', async () => {
    const before = await read(undefined);
    expect(before).toEqual({
      lines: [],
      cursor: expect.any(String),
      complete: false,
    });
    expect(await read(undefined, before.cursor)).toEqual(before);
    const after = await read(
      { blocks: [{ index: 1795260228, log: 'first' }] },
      before.cursor,
    );
    expect(after.lines.map(({ text }) => text)).toEqual(['first']);
    expect(after.gap).toBeUndefined();
  });
});
