import { status } from '@grpc/grpc-js';
import {
  ObserveRunsContext,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { PipecdRun } from '../native/PipecdRun';
import { ProjectContext } from '../project/ProjectContext';
import { projectDeployment } from '../project/projectDeployment';
import { ProjectReader } from '../ProjectReader';
import { RawDeployment } from '../wire/messages';
import { PipecdError } from '../wire/PipecdError';
import { GateLogs } from './GateLogs';
import { lanes } from './lanes';
import { readCheckpoint, writeCheckpoint } from './checkpoint';
import { RunBook } from './RunBook';
import { runsToRead } from './runsToRead';
import { stableText } from './stableText';
import { UnknownStatuses } from './UnknownStatuses';
import { walkDeployments } from './walkDeployments';

const { lane } = lanes.deployments;
/** What is read at first: as much as PipeCD's own pages show. */
const FIRST_SECONDS = 30 * 24 * 3600;
/** Times are whole seconds, written by several replicas, and a row may jump over a walk. */
const OVERLAP_SECONDS = 30;
const BATCH = 200;

/** What a {@link DeploymentPoller} works with. @internal */
export interface DeploymentPollerOptions {
  context: ObserveRunsContext;
  reader: ProjectReader;
  project: ProjectContext;
  /** Called with what a run belongs to. */
  onRun: (run: RunFact) => void;
  /** Called when there are more deployments than are read. */
  onCut: () => void;
  /** Called with the id of another project that a deployment belongs to. */
  onForeign: (project: string) => void;
}

/**
 * Reads the deployments of one project: what changed since the last time, and one by one those that somebody looks at, that a
 * webhook named, or that no list has named for a while although they are not over.
 *
 * @internal
 */
export class DeploymentPoller {
  static async create(
    options: DeploymentPollerOptions,
  ): Promise<DeploymentPoller> {
    const { sink } = options.context;
    return new DeploymentPoller(
      options,
      RunBook.create(await sink.active()),
      readCheckpoint(await sink.checkpoint(lane)),
    );
  }

  readonly #options: DeploymentPollerOptions;
  readonly #book: RunBook;
  readonly #logs: GateLogs;
  readonly #unknown: UnknownStatuses;
  /** What was sent of each run that is active or came in the last list. */
  #sent = new Map<string, string>();
  #batch: RunFact<PipecdRun>[] = [];
  #watermark?: number;

  private constructor(
    options: DeploymentPollerOptions,
    book: RunBook,
    watermark: number | undefined,
  ) {
    this.#options = options;
    this.#book = book;
    this.#watermark = watermark;
    const { reader, context } = options;
    this.#logs = GateLogs.create(reader, context.logger);
    this.#unknown = UnknownStatuses.create(context.logger);
  }

  /** Whether runs are under way. */
  get busy(): boolean {
    return this.#book.active.size > 0;
  }

  isOver(key: string): boolean {
    return this.#book.isOver(key);
  }

  /** Everything that changed since the last time; at first, the last 30 days. */
  async list(at: number): Promise<void> {
    const { context, reader, onCut } = this.#options;
    const before = this.#watermark;
    const today = Math.floor(context.now() / 1000);
    if (before === undefined) {
      context.report.relist(lane);
    }
    const min =
      before === undefined ? today - FIRST_SECONDS : before - OVERLAP_SECONDS;
    this.#logs.refill();
    let newest = before ?? 0;
    const named = new Set<string>();
    const unread: RawDeployment[] = [];
    for await (const page of walkDeployments(
      reader,
      Math.max(0, min),
      context.signal,
      onCut,
    )) {
      for (const raw of page) {
        newest = Math.max(newest, raw.updated_at ?? 0);
        named.add(raw.id ?? '');
        await this.#take(raw, at, unread);
      }
      context.report.contact(lane);
    }
    const moved = newest !== before;
    await this.#flush(moved ? writeCheckpoint(newest) : undefined);
    this.#watermark = newest;
    // Logs come after what the list said: one after the other they take longer than the list, and readers wait for that.
    for (const raw of unread) {
      await this.#learn(raw);
    }
    await this.#flush();
    if (before !== undefined && newest > before) {
      context.report.lag(lane, Math.max(0, today - newest));
    }
    this.#forget(named);
  }

  /** Reads runs one by one and, of a whole round, the logs of all gates that wait. */
  async readOne(
    wanted: { hinted: string[]; watched: string[]; whole: boolean },
    at: number,
  ): Promise<void> {
    this.#logs.refill();
    for (const key of runsToRead(this.#book, wanted, at)) {
      await this.#read(key, at);
    }
    for (const run of this.#book.active.values()) {
      // A v1 piped changes nothing but the log when the first of two approvals comes.
      if (wanted.whole && run.raw && run.readAt < at) {
        await this.#learn(run.raw);
      }
    }
    await this.#flush();
  }

  async #read(key: string, at: number): Promise<void> {
    const { context, reader } = this.#options;
    const { signal } = context;
    try {
      await this.#take(await reader.deployment(key, { signal }), at);
    } catch (error) {
      if (!isGone(error)) {
        throw error;
      }
      if (this.#book.active.has(key)) {
        // Otherwise it would read as running for ever: the control plane does not know it any more.
        const deletes = [{ type: 'run' as const, key }];
        await context.sink.change({ lane, upserts: [], deletes });
      }
      this.#book.end(key);
    }
  }

  /** Reads the logs of the gates of an active run and stores what they say. */
  async #learn(raw: RawDeployment): Promise<void> {
    const key = raw.id ?? '';
    const run = this.#book.active.get(key);
    if (run) {
      const { signal } = this.#options.context;
      const learnt = await this.#logs.learn(raw, run.learnt, signal);
      this.#book.keep(key, { ...run, learnt });
      this.#store(raw, learnt);
    }
  }

  /** Stores a deployment. With `unread`, an active one is put there and the logs of its gates are left for later. */
  async #take(
    raw: RawDeployment,
    at: number,
    unread?: RawDeployment[],
  ): Promise<void> {
    const { reader, onForeign, context } = this.#options;
    const key = raw.id ?? '';
    if (raw.project_id && raw.project_id !== reader.project) {
      onForeign(raw.project_id);
      return;
    }
    this.#unknown.look(raw);
    const known = this.#book.active.get(key);
    const active = isActive(raw);
    // Of a run that was over when it was first seen no log is read: there may be thousands.
    const before = known?.learnt ?? {};
    const later = active && unread !== undefined;
    const learnt =
      (active || known) && !later
        ? await this.#logs.learn(raw, before, context.signal)
        : before;
    if (later) {
      unread.push(raw);
    }
    if (active) {
      this.#book.keep(key, { raw, learnt, readAt: at });
    } else {
      this.#book.end(key);
    }
    this.#store(raw, learnt, !active && !known);
    if (this.#batch.length >= BATCH) {
      await this.#flush();
    }
  }

  #store(
    raw: RawDeployment,
    learnt: Parameters<typeof projectDeployment>[1],
    history = false,
  ): void {
    const { project, onRun } = this.#options;
    const fact = projectDeployment(raw, learnt, project);
    if (!fact || (history && this.#sent.has(fact.key))) {
      return;
    }
    const text = stableText(fact);
    if (this.#sent.get(fact.key) !== text) {
      this.#sent.set(fact.key, text);
      this.#batch.push(fact);
      onRun(fact);
    }
  }

  async #flush(checkpoint?: string): Promise<void> {
    const upserts = this.#batch;
    if (upserts.length > 0 || checkpoint !== undefined) {
      this.#batch = [];
      try {
        await this.#options.context.sink.change({
          lane,
          upserts,
          deletes: [],
          ...(checkpoint !== undefined && { checkpoint }),
        });
      } catch (error) {
        upserts.forEach(({ key }) => this.#sent.delete(key));
        throw error;
      }
    }
  }

  #forget(named: ReadonlySet<string>): void {
    this.#sent = new Map(
      [...this.#sent].filter(
        ([key]) => named.has(key) || this.#book.active.has(key),
      ),
    );
  }
}

function isActive(raw: RawDeployment): boolean {
  return projectDeployment(raw)?.active ?? false;
}

/** Unknown to the control plane, or of another project. */
function isGone(error: unknown): boolean {
  const codes: number[] = [status.NOT_FOUND, status.INVALID_ARGUMENT];
  return (
    error instanceof PipecdError &&
    (codes.includes(error.grpc) ||
      (error.grpc === status.PERMISSION_DENIED && /belong/.test(error.details)))
  );
}
