import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { heldWorld } from '../__testUtils__/heldWorld';
import { FailpointName } from '../engine/Failpoint';

jest.setTimeout(120_000);

const databases = testDatabases();
/** Once for each of two clusters, and once for holding again. */
const SENDS = [1, 2, 3];
/** And when what was sent is looked at. */
const LOOKS = [...SENDS, 5];
/** Those that are reached while something is delivered, and the times at which the replica ends there. */
const points: Array<[FailpointName, number[]]> = [
  ['after-lease', LOOKS],
  ['before-send', SENDS],
  ['after-send', SENDS],
  ['before-outcome', SENDS],
  ['after-confirm', SENDS],
  ['during-audit', LOOKS],
];

describe.each(databases.eachSupportedId())(
  'A replica that ends while it releases on %s',
  id => {
    let knex: Knex;

    it.each(
      points.flatMap(([point, times]) => times.map(n => [point, n] as const)),
    )(
      'S05: at "%s" for the %dth time releases each cluster once, and the next one holds again',
      async (point, occurrence) => {
        knex = await databases.init(id);
        let reached = 0;
        let delivering = false;
        let ended = false;
        const first = await heldWorld(knex, {
          world: {
            failpoint: name => {
              reached += delivering && name === point ? 1 : 0;
              if (ended || (name === point && reached === occurrence)) {
                ended = delivering;
              }
              if (ended) {
                throw new Error('The replica has ended');
              }
            },
          },
        });
        const { control, clock } = first;
        const request = await first.held();
        await first.vote('ann');
        await first.vote('bob');
        delivering = true;
        for (let round = 0; round < 10 && !ended; round++) {
          await first.worker.round().catch(() => undefined);
          clock.ahead += 1_000;
        }
        // Otherwise nothing ended there, and the next one has nothing to go on with.
        expect(ended).toBe(true);
        clock.ahead += 60_000;
        const second = await heldWorld(knex, { beside: first });
        const { request: done } = await second.settled(request.id, 40);
        expect(done.state).toBe('applied');
        expect(control.form).toBe('all');
        const released = control.log.filter(({ form }) => form === 'release');
        expect(released.map(({ clusters }) => clusters)).toEqual([
          ['member1'],
          ['member2'],
        ]);
      },
    );
  },
);
