import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { replicaName } from '../../inventory/leases/replicaName';
import { Directory, DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { Failpoint } from '../engine/Failpoint';
import { PeopleFirst } from '../engine/PeopleFirst';
import { PolicyBook } from '../engine/PolicyBook';
import { PolicyTurn } from '../engine/PolicyTurn';
import { VoterJudge } from '../engine/VoterJudge';
import { RequestRecord } from '../model/RequestRecord';
import { ApprovalStore } from '../store/ApprovalStore';
import { AdapterCaller } from './AdapterCaller';
import { AdapterRegistry } from './AdapterRegistry';
import { DELIVERY_TIMING, DeliveryTiming } from './DeliveryTiming';
import { freeDeadNeighbours } from './freeDeadNeighbours';
import { Nap } from './Nap';
import { readLeaseFacts } from './readLeaseFacts';
import { DueStep, selectDueSteps } from './selectDueSteps';
import { SendChecks } from './SendChecks';
import { StepBook } from './StepBook';
import { StepEnds } from './StepEnds';
import { StepHold } from './StepHold';
import { StepLease } from './StepLease';
import { StepRunner } from './StepRunner';
import { StepWriter } from './StepWriter';

export interface DeliveryWorkerOptions {
  store: ApprovalStore;
  directory: Directory;
  judge: VoterJudge;
  adapters: AdapterRegistry;
  /** By what requests are decided by now; absent: policies do not change. */
  policies?: PolicyBook;
  logger: LoggerService;
  timing?: Partial<DeliveryTiming>;
  failpoint?: Failpoint;
  /** Absent: nobody else waits for this process. */
  people?: Pick<PeopleFirst, 'turn'>;
  owner?: string;
  /** Called after something was written about a request. */
  changed?: (requestId: string) => void;
  /** Called when the source took a step: milliseconds since it could have been sent first. */
  delivered?: (milliseconds: number) => void;
}

/** So many steps are under way at once in one replica; a source that hangs holds as many of them as it has. */
const AT_ONCE = 16;

/** What could not be taken up is left alone for so long: looked at again at once, it would keep the catalog and the database busy. */
const REST_MS = 1_000;

/** A trouble that lasts is said again after this. */
const SAY_AGAIN_MS = 60_000;

const NOBODY: DirectoryFacts = {
  owners: [],
  ownersOf: () => [],
  groupsOf: () => [],
  person: () => undefined,
};

/** Brings decisions to where they take effect. Every replica has one; each step is in the hands of one of them at a time. */
export class DeliveryWorker {
  readonly owner: string;
  readonly #options: DeliveryWorkerOptions;
  readonly #timing: DeliveryTiming;
  readonly #lease: StepLease;
  readonly #runner: StepRunner;
  readonly #running = new Map<string, Promise<void>>();
  /** Id of a step → until when, by the clock of the database. */
  readonly #resting = new Map<string, number>();
  readonly #nap = Nap.create();
  #stopped = false;
  #loop?: Promise<void>;
  #saidAt = -Infinity;

  static create(options: DeliveryWorkerOptions): DeliveryWorker {
    return new DeliveryWorker(options);
  }

  private constructor(options: DeliveryWorkerOptions) {
    this.#options = options;
    this.owner = options.owner ?? replicaName();
    this.#timing = { ...DELIVERY_TIMING, ...options.timing };
    const { store, adapters, judge, failpoint = () => {} } = options;
    this.#lease = StepLease.create({
      store,
      planner: adapters,
      checks: SendChecks.create({
        planner: adapters,
        judge,
        policy: PolicyTurn.create({ planner: adapters, judge }),
      }),
      owner: this.owner,
      leaseMs: this.#timing.leaseMs,
    });
    const writer = StepWriter.create({ store, planner: adapters });
    this.#runner = StepRunner.create({
      caller: AdapterCaller.create({ adapters, callMs: this.#timing.callMs }),
      book: StepBook.create(writer),
      ends: StepEnds.create(writer),
      timing: this.#timing,
      failpoint,
      delivered: hold => this.#tellTime(hold),
    });
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Ends after what is under way; what a source does not answer in time is read again by whoever comes next. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#loop;
    await Promise.allSettled(this.#running.values());
  }

  /** Looks at once: something was sealed. */
  wake(): void {
    this.#nap.end();
  }

  /** Takes up what is due and waits until that is done. For tests, and for whoever drives it by hand. */
  async round(): Promise<number> {
    const begun = await this.#begin();
    await Promise.allSettled(this.#running.values());
    return begun;
  }

  /** Delivers what was sealed by a request that carries the person's own credential; never rejects. Without one it gives it back. */
  async deliverNow(due: DueStep, userCredential?: string): Promise<void> {
    await this.#handle(due, { userCredential });
  }

  async #run(): Promise<void> {
    await freeDeadNeighbours(this.#options.store.knex).catch(error =>
      this.#warn(error),
    );
    while (!this.#stopped) {
      this.#nap.begin();
      try {
        await this.#begin();
      } catch (error) {
        this.#warn(error);
      }
      await this.#nap.take(this.#timing.pollMs);
    }
  }

  async #begin(): Promise<number> {
    const room = AT_ONCE - this.#running.size;
    if (room <= 0) {
      return 0;
    }
    const { store } = this.#options;
    const now = await store.now();
    this.#wakeRested(now);
    const due = await selectDueSteps(
      store.knex,
      now,
      room + this.#running.size + this.#resting.size,
    );
    const fresh = due
      .filter(({ id }) => !this.#running.has(id) && !this.#resting.has(id))
      .slice(0, room);
    for (const step of fresh) {
      this.#running.set(step.id, this.#takeUp(step, now));
    }
    return fresh.length;
  }

  async #takeUp(step: DueStep, now: number): Promise<void> {
    await this.#options.people?.turn();
    if (!(await this.#handle(step))) {
      this.#resting.set(step.id, now + REST_MS);
    }
    this.#running.delete(step.id);
    // The next step of it may be due already.
    this.wake();
  }

  #wakeRested(now: number): void {
    for (const [id, until] of this.#resting) {
      if (until <= now) {
        this.#resting.delete(id);
      }
    }
  }

  /** Whether it was taken up; never rejects. */
  async #handle(
    due: DueStep,
    inRequest?: { userCredential?: string },
  ): Promise<boolean> {
    const { store, changed } = this.#options;
    try {
      const before = await store.snapshot(due.requestId);
      // What was sent is looked at even while the catalog is away; nothing is sent then.
      const facts = await readLeaseFacts(this.#options, before).catch(
        (error): undefined => {
          this.#warn(error);
          return undefined;
        },
      );
      const hold = await this.#lease.take(due, facts, inRequest);
      if (hold) {
        await this.#runner.run(hold, facts?.people ?? NOBODY);
      }
      if (hold || facts) {
        changed?.(due.requestId);
      }
      await this.#rest(before.request);
      return hold !== undefined;
    } catch (error) {
      // The lease runs out, and whoever has it then reads before anything is sent.
      this.#warn(error);
      return false;
    }
  }

  async #rest({ id, kind }: RequestRecord): Promise<void> {
    const { store, adapters } = this.#options;
    const adapter = adapters.of(kind);
    if (!adapter.rest) {
      return;
    }
    const { request } = await store.snapshot(id);
    if (request.state === 'halted' || request.closedAt !== undefined) {
      await adapter.rest(request);
    }
  }

  #tellTime({ request, now, step }: StepHold): void {
    const begun = request.recallUntil ?? request.sealedAt;
    if (step.ordinal === 0 && step.attempts === 0 && begun !== undefined) {
      this.#options.delivered?.(Math.max(0, now - begun));
    }
  }

  #warn(error: unknown): void {
    const now = performance.now();
    if (now - this.#saidAt >= SAY_AGAIN_MS) {
      this.#saidAt = now;
      this.#options.logger.warn(
        `Decisions cannot be delivered now: ${stringifyError(error)}`,
      );
    }
  }
}
