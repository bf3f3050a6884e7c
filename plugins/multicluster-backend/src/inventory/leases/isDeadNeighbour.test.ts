import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { isDeadNeighbour } from './isDeadNeighbour';
import { replicaName } from './replicaName';

describe('isDeadNeighbour', () => {
  it('tells a process that ended from one that runs', async () => {
    const child = spawn(process.execPath, [
      '-e',
      'setInterval(() => {}, 1000)',
    ]);
    const name = `${hostname()}/${child.pid}/abc`;
    expect(isDeadNeighbour(name)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isDeadNeighbour(name)).toBe(true);
  });

  it.each([
    ['this very process', replicaName()],
    ['a replica on another host', 'elsewhere/999999999/abc'],
    ['nobody', ''],
    ['a name that says nothing', `${hostname()}/x`],
  ])('takes %s for alive, as far as anybody can tell', (_, name) => {
    expect(isDeadNeighbour(name)).toBe(false);
  });
});
