import { mockServices } from '@backstage/backend-test-utils';
import { scheduleRetention } from './scheduleRetention';

describe('scheduleRetention', () => {
  it('deletes once for all replicas, and can be told to end', async () => {
    const scheduler = mockServices.scheduler.mock();
    const prune = jest.fn(async () => undefined);
    await scheduleRetention(scheduler, { prune });

    const [task] = scheduler.scheduleTask.mock.calls[0];
    expect(task.scope).toBe('global');
    expect(prune).not.toHaveBeenCalled();
    const { signal } = new AbortController();
    await task.fn(signal);
    expect(prune).toHaveBeenCalledWith(signal);
  });
});
