import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { InventoryHints } from '../inventory/hints/InventoryHints';
import { MatchingService } from '../matching/MatchingService';
import { ChangeFollower } from './ChangeFollower';
import { HintPublisher } from './HintPublisher';

describe('ChangeFollower', () => {
  it('tells every page when a lane began to fail or is read again, and matches nothing for it', async () => {
    const hints = InventoryHints.create({ firstMs: 1, apartMs: 1 });
    const publisher = { changed: jest.fn(), stop: jest.fn() };
    const matching = {
      matchWorkloads: jest.fn(async () => undefined),
      matchPipelines: jest.fn(async () => undefined),
      matchAll: jest.fn(async () => undefined),
      followed: jest.fn(async () => undefined),
    };
    const follower = ChangeFollower.start({
      knex: {} as Knex,
      hints,
      logger: mockServices.logger.mock(),
      matching: matching as unknown as MatchingService,
      publisher: publisher as unknown as HintPublisher,
    });
    hints.add({
      source: 'west',
      revision: 0,
      workloadIds: [],
      clusterIds: [],
      trust: true,
    });
    await new Promise(resolve => setTimeout(resolve, 100));
    await follower.stop();
    expect(publisher.changed.mock.calls).toEqual([['all', 0]]);
    expect(matching.matchWorkloads).toHaveBeenCalledWith([]);
    expect(matching.matchPipelines).toHaveBeenCalledWith([]);
    expect(matching.matchAll).not.toHaveBeenCalled();
  });
});
