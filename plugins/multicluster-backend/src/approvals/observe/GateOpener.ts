import { Knex } from 'knex';
import { ApprovalEngine } from '../engine/ApprovalEngine';
import { gateKeyOf } from '../subject/gateKeyOf';
import { LastLooks } from './LastLooks';
import { LookSlices, SliceLimits } from './LookSlices';
import { RunDrafts } from './RunDrafts';
import { selectGateKeys, WaitingGateKey } from './selectGateKeys';
import { selectWaitingGates } from './selectWaitingGates';

/** Opening happens once to each. */
const LIMITS: SliceLimits = { budgetMs: 4_000, share: 0.5 };

interface Options {
  knex: Knex;
  engine: ApprovalEngine;
  drafts: RunDrafts;
  slices: LookSlices;
  now: () => number;
}

/** Opens requests of gates that wait and that nobody is asked about. */
export class GateOpener {
  static create(options: Options): GateOpener {
    return new GateOpener(options);
  }

  readonly #options: Options;
  readonly #opened: LastLooks;

  private constructor(options: Options) {
    this.#options = options;
    this.#opened = LastLooks.create(options.now);
  }

  /**
   * @param known - keys of gates whose requests are open
   * @param only - rows of runs; absent: all gates
   */
  async open(
    known: ReadonlySet<string>,
    only: { runIds?: Iterable<number> } = {},
  ): Promise<void> {
    const gates = await selectGateKeys(this.#options.knex, only);
    // The engine opens none of a gate that was decided about; to ask it each time would only cost.
    const due = gates.filter(
      ({ key }) => !known.has(key) && this.#opened.isDue(key),
    );
    const looks = { ...LIMITS, looks: this.#opened, of: keyOf };
    await this.#options.slices.inTurn(looks, due, slice =>
      this.#prepare(slice),
    );
    if (!only.runIds) {
      this.#opened.keep(new Set(gates.map(({ key }) => key)));
    }
  }

  async #prepare(
    slice: WaitingGateKey[],
  ): Promise<(gate: WaitingGateKey) => Promise<void>> {
    const { knex, drafts, engine } = this.#options;
    const runIds = new Set(slice.map(({ runId }) => runId));
    const found = await selectWaitingGates(knex, runIds);
    const grounds = await drafts.grounds(found.map(({ record }) => record));
    const byKey = new Map(
      found.map(({ record, gate }) => [
        gateKeyOf({
          kind: 'gate',
          source: record.pipeline.source,
          runKey: record.fact.key,
          gateId: gate.id,
          gateVersion: gate.version,
        }),
        { record, gate },
      ]),
    );
    return async ({ key }) => {
      const waiting = byKey.get(key);
      if (waiting) {
        const { record, gate } = waiting;
        const about = { kind: 'gate', gate } as const;
        await engine.open(
          await drafts.draft(record, about, undefined, grounds),
        );
      }
    };
  }
}

function keyOf({ key }: WaitingGateKey) {
  return { key };
}
