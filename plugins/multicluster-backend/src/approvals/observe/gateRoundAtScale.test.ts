import { Knex } from 'knex';
import { waitingGate } from '../../__testUtils__/waitingRun';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { GateWorld, gateWorld, stageOf } from '../__testUtils__/gateWorld';

jest.setTimeout(120_000);

const databases = testDatabases();
const OPEN = 2_000;
/** What it takes to work out what one request is about, where that goes badly. */
const SLOW_MS = 500;

describe.each(databases.eachSupportedId())(
  'Two thousand open requests on %s',
  id => {
    let knex: Knex;
    let world: GateWorld;

    beforeEach(async () => {
      knex = await databases.init(id);
      world = await gateWorld(knex);
      await world.observe(waiting());
      const run = await knex('inventory_run').where({ key: 'run-1' }).first();
      await knex('inventory_gate').insert(gateRow(run.id));
      await world.round.look();
      await copy(run);
    });

    function waiting(state: 'pending' | 'approved' = 'pending') {
      const gate = { ...waitingGate, version: '1', state };
      return {
        status: 'waiting' as const,
        stages: [stageOf('approve', { kind: 'approval', gate })],
      };
    }

    function gateRow(runId: number) {
      return {
        run_id: runId,
        gate_id: waitingGate.id,
        state: 'pending',
        actionable: true,
        opened_at: 1,
        gate: JSON.stringify({ ...waitingGate, version: '1' }),
      };
    }

    /** The same again, of as many other runs. */
    async function copy({ id: _, ...run }: Record<string, unknown>) {
      const request = await knex('approval_request').first();
      const keys = Array.from({ length: OPEN - 1 }, (__, at) => `copy-${at}`);
      await knex.batchInsert(
        'inventory_run',
        keys.map(key => ({
          ...run,
          key,
          hash: key,
          fact: JSON.stringify({ ...JSON.parse(String(run.fact)), key }),
        })),
        20,
      );
      const rows = await knex('inventory_run').whereLike('key', 'copy-%');
      await knex.batchInsert(
        'inventory_gate',
        rows.map(row => gateRow(row.id)),
        100,
      );
      await knex.batchInsert(
        'approval_request',
        keys.map(key => ({
          ...request,
          id: key,
          run_key: key,
          gate_key: `gate|tool|${key}|approve|1`,
        })),
        20,
      );
    }

    it('S11: one that is decided in the tool is seen in the next look, before anything is worked out anew', async () => {
      await world.observe(waiting('approved'), 'copy-1998');
      const stateOf = async () =>
        (await knex('approval_request').where('id', 'copy-1998').first()).state;
      let seenAsBefore = '';
      let asked = 0;
      world.platform.asked = async () => {
        seenAsBefore ||= await stateOf();
        asked += 1;
        world.time.later += SLOW_MS;
      };
      await world.round.look();

      expect(await stateOf()).toBe('external');
      expect(seenAsBefore).toBe('external');
      // A look ends in time, so that the next one comes in time as well.
      expect(asked).toBeGreaterThan(0);
      expect(asked).toBeLessThan(20);
    });

    it('reads no more than stamps of what it knows, and writes nothing', async () => {
      // However long that takes here: none of them is due again meanwhile.
      world.time.stands = performance.now();
      const draft = jest.spyOn(world.drafts, 'draft');
      let before = -1;
      while (draft.mock.calls.length > before) {
        before = draft.mock.calls.length;
        await world.round.look();
      }
      expect(before).toBeGreaterThanOrEqual(OPEN - 1);
      const statements: string[] = [];
      const count = ({ sql }: { sql: string }) => statements.push(sql);
      knex.on('query', count);
      await world.round.look();
      knex.removeListener('query', count);
      expect(draft).toHaveBeenCalledTimes(before);
      expect(statements.length).toBeGreaterThan(0);
      expect(statements.length).toBeLessThan(6);
      expect(statements.filter(sql => /insert|update/i.test(sql))).toEqual([]);
    });

    it('works out what those are about first that were not for longest, and each in its turn', async () => {
      const draft = jest.spyOn(world.drafts, 'draft');
      world.platform.asked = async () => {
        world.time.later += SLOW_MS;
      };
      for (let round = 0; round < 10; round++) {
        await world.round.look();
      }
      const seen = draft.mock.calls.map(([{ fact }]) => fact.key);
      expect(seen.length).toBeGreaterThan(20);
      expect(new Set(seen).size).toBe(seen.length);
    });
  },
);
