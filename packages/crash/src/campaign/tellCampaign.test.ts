import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Crash } from '../plan/Crash';
import { tellCampaign } from './tellCampaign';

const ofLanes: Crash = {
  kind: 'point',
  among: 'lanes',
  point: 'after-vote',
  skip: 0,
};
const ofRuns: Crash = { ...ofLanes, among: 'runs' };
const moment: Crash = { kind: 'time', since: 'ready', afterMs: 9, replica: 0 };

describe('tellCampaign', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-tell-'));
  const kept = ['log', 'json'].map(end =>
    path.join(os.tmpdir(), `fairway-crash-${path.basename(dir)}.${end}`),
  );

  beforeAll(() => fs.writeFileSync(path.join(dir, 'portal.log'), ''));
  afterAll(() => {
    [dir, ...kept].forEach(one => fs.rmSync(one, { recursive: true }));
  });

  it.each<
    [string, Crash[], from: number, effects: [number, number], failed: number]
  >([
    ['passes where both had effects', [moment], 0, [1, 1], 0],
    ['fails where nothing had an effect', [moment], 0, [0, 0], 2],
    ['fails where no run had one', [moment], 0, [0, 1], 1],
    ['fails where no lane had one', [moment], 0, [1, 0], 1],
    [
      'asks for none of lanes where only runs were played',
      [ofRuns],
      0,
      [1, 0],
      0,
    ],
    ['asks for none of runs where only lanes were', [ofLanes], 0, [0, 1], 0],
    [
      'asks for both where one after the other was',
      [ofLanes, ofRuns],
      0,
      [0, 1],
      1,
    ],
    ['asks for nothing of what was left out', [ofLanes, ofRuns], 1, [1, 0], 0],
  ])('%s', (_, crashes, from, [runs, lanes], failed) => {
    const said: string[] = [];
    const result = {
      died: 1,
      lived: 0,
      runs: { over: 3, effects: runs },
      lanes: { over: 3, effects: lanes },
      stops: 1,
      turns: 1,
      entries: 9,
      violations: [],
      evidence: [],
    };
    expect(
      tellCampaign(path.basename(dir), result, {
        dir,
        seed: 1,
        crashes,
        from,
        say: line => said.push(line),
      }),
    ).toEqual({ passed: 1, failed });
    expect(said.filter(line => line.startsWith('no decision'))).toHaveLength(
      failed,
    );
  });
});
