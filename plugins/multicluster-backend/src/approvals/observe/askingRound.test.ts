import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { GateWorld, gateWorld } from '../__testUtils__/gateWorld';

jest.setTimeout(60_000);

const databases = testDatabases();
const OPEN = 40;

describe.each(databases.eachSupportedId())(
  'Forty gates that are asked on %s',
  id => {
    let knex: Knex;
    let world: GateWorld;

    beforeEach(async () => {
      knex = await databases.init(id);
      world = await gateWorld(knex);
      await world.ask();
      await copy();
    });

    /** The same again, of as many other runs. */
    async function copy() {
      const { id: _, ...run } = await knex('inventory_run')
        .where({ key: 'run-1' })
        .first();
      const request = await knex('approval_request').first();
      const told = await knex('approval_pull').first();
      for (let at = 1; at < OPEN; at++) {
        const key = `copy-${at}`;
        const fact = { ...JSON.parse(String(run.fact)), key };
        await knex('inventory_run').insert({
          ...run,
          key,
          hash: key,
          fact: JSON.stringify(fact),
        });
        await knex('approval_request').insert({
          ...request,
          id: key,
          run_key: key,
          gate_key: `pull|tool|${key}|release`,
        });
        await knex('approval_pull').insert({ ...told, request_id: key });
      }
    }

    it('are looked at without a statement for what each of them was told', async () => {
      const draft = jest.spyOn(world.drafts, 'draft');
      const statements: string[] = [];
      const count = ({ sql }: { sql: string }) => statements.push(sql);
      knex.on('query', count);
      await world.round.look();
      knex.removeListener('query', count);

      const stages = draft.mock.calls.map(
        ([, gate]) => gate.kind === 'pull' && gate.stageId,
      );
      expect(stages).toEqual(Array(OPEN).fill('ask'));
      const ledger = statements.filter(sql => sql.includes('approval_pull'));
      expect(ledger.length).toBeGreaterThan(0);
      expect(ledger.length).toBeLessThan(OPEN / 4);
    });
  },
);
