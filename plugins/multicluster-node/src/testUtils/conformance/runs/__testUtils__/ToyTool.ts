/** What a toy tool says is wrong. Its text carries the credential, as texts of clients do. */
export class ToyError extends Error {
  constructor(
    readonly kind:
      | 'unreachable'
      | 'timeout'
      | 'unauthenticated'
      | 'not-found'
      | 'forbidden'
      | 'not-listed'
      | 'lost',
    credential: string,
  ) {
    super(`${kind} (GET toy://tool/?key=${credential})`);
    this.name = 'ToyError';
  }
}

export interface ToyPipeline {
  id: string;
  name: string;
  enabled: boolean;
  deleted: boolean;
  agentOnline: boolean;
  labels: Record<string, string>;
}

export interface ToyStage {
  id: string;
  status: 'WAITING' | 'RUNNING' | 'OK' | 'FAILED' | 'STOPPED';
  began?: string;
  ended?: string;
}

export interface ToyGate {
  opening: number;
  state: 'OPEN' | 'APPROVED' | 'EXPIRED';
  approvers: string[];
  needed: number;
  approvedBy: string[];
}

export interface ToyRun {
  id: string;
  pipeline: string;
  foreign: boolean;
  created: string;
  ended?: string;
  /** Grows with every change, also of what a reader would not call one. */
  updated: number;
  status: string;
  stages: ToyStage[];
  gate?: ToyGate;
  labels: Record<string, string>;
  password?: string;
  hidden: boolean;
}

export interface ToyLine {
  index: number;
  text: string;
}

/** How a call is made. */
export interface ToyCall {
  signal: AbortSignal;
  /** Acts as this person, with the credential of the source. */
  user?: string;
  /** Acts as whoever owns this token. */
  token?: string;
}

export const PAGE = 3;

/** A delivery tool of the smallest kind, with an API, people and everything that goes wrong. */
export class ToyTool {
  readonly key = 'toy-key-5cb1';
  readonly hookSecret = 'toy-hook-77aa';
  readonly tokens = new Map([
    ['token-of-alice', 'alice'],
    ['token-of-bob', 'bob'],
  ]);
  readonly pipelines = new Map<string, ToyPipeline>();
  readonly runs = new Map<string, ToyRun>();
  readonly logs = new Map<string, ToyLine[]>();
  /** Runs that change between the pages of a list. */
  moving: string[] = [];
  reachable = true;
  hanging = false;
  revoked = false;
  listsBroken = false;
  losing = false;
  decisionsForbidden = false;
  shuffled = false;
  writes = 0;
  #clock = 0;
  #time = 0;

  /** A moment later than every one before. */
  now(): string {
    this.#time = Math.max(Date.now(), this.#time + 1);
    return new Date(this.#time).toISOString();
  }

  touch(run: ToyRun): void {
    this.#clock += 1;
    run.updated = this.#clock;
  }

  async listPipelines(call: ToyCall): Promise<ToyPipeline[]> {
    return this.#answer(call, () =>
      [...this.pipelines.values()].filter(({ deleted }) => !deleted),
    );
  }

  /** Newest change first; `cursor` counts rows, so that rows that move come twice or not at all. */
  async listRuns(
    call: ToyCall,
    cursor: number,
  ): Promise<{ runs: ToyRun[]; cursor?: number }> {
    return this.#answer(call, () => {
      if (this.listsBroken && cursor > 0) {
        throw new ToyError('unreachable', this.key);
      }
      const all = [...this.runs.values()]
        .filter(({ hidden, foreign }) => !hidden && !foreign)
        .sort((a, b) => b.updated - a.updated);
      const runs = all.slice(cursor, cursor + PAGE).map(run => ({ ...run }));
      this.moving.forEach(id => this.touch(this.runs.get(id)!));
      const next = cursor + PAGE;
      return { runs, cursor: next < all.length ? next : undefined };
    });
  }

  async getRun(call: ToyCall, id: string): Promise<ToyRun> {
    return this.#answer(call, () => this.#run(id));
  }

  async getPipeline(call: ToyCall, id: string): Promise<ToyPipeline> {
    return this.#answer(call, () => {
      const pipeline = this.pipelines.get(id);
      if (!pipeline) {
        throw new ToyError('not-found', this.key);
      }
      return pipeline;
    });
  }

  async readLog(call: ToyCall, id: string, stage: string): Promise<ToyLine[]> {
    return this.#answer(call, () => {
      if (!this.#run(id).stages.some(each => each.id === stage)) {
        throw new ToyError('not-found', this.key);
      }
      return this.logs.get(`${id}/${stage}`) ?? [];
    });
  }

  /**
   * As careless as some tools are: it asks neither whether the gate is open, nor whether the run goes on, nor whether it was
   * told so before.
   */
  async approve(call: ToyCall, id: string): Promise<void> {
    await this.#change(call, () => {
      const run = this.#run(id);
      const who = this.#person(call);
      if (run.foreign || this.decisionsForbidden) {
        throw new ToyError('forbidden', this.key);
      }
      if (!run.gate?.approvers.includes(who)) {
        throw new ToyError('not-listed', this.key);
      }
      run.gate.approvedBy = run.gate.approvedBy.concat(who);
      this.settleGate(run);
    });
  }

  async cancel(call: ToyCall, id: string): Promise<void> {
    await this.#change(call, () => this.end(this.#run(id), 'CANCELLED'));
  }

  async sync(call: ToyCall): Promise<void> {
    await this.#change(call, () => undefined);
  }

  /** Somebody approves on the tool's own page, which counts nobody twice. */
  takeApproval(run: ToyRun, who: string): void {
    if (run.gate && !run.gate.approvedBy.includes(who)) {
      run.gate.approvedBy.push(who);
    }
    this.settleGate(run);
  }

  settleGate(run: ToyRun): void {
    const { gate } = run;
    if (gate && new Set(gate.approvedBy).size >= gate.needed) {
      gate.state = 'APPROVED';
      run.status = 'RUNNING';
    }
    this.touch(run);
  }

  end(run: ToyRun, status: string): void {
    const ended = this.now();
    const stage = { SUCCEEDED: 'OK', FAILED: 'FAILED' }[status] ?? 'STOPPED';
    run.stages.forEach(each => {
      if (each.status === 'RUNNING') {
        Object.assign(each, { status: stage, ended });
      }
    });
    Object.assign(run, { status, ended });
    this.touch(run);
  }

  #run(id: string): ToyRun {
    const run = this.runs.get(id);
    if (!run) {
      throw new ToyError('not-found', this.key);
    }
    return run;
  }

  #person({ user, token }: ToyCall): string {
    const who = user ?? this.tokens.get(token ?? '');
    if (!who) {
      throw new ToyError('unauthenticated', token ?? this.key);
    }
    return who;
  }

  async #change(call: ToyCall, work: () => void): Promise<void> {
    await this.#answer(call, () => {
      this.writes += 1;
      work();
      if (this.losing) {
        throw new ToyError('lost', this.key);
      }
    });
  }

  async #answer<T>({ signal }: ToyCall, work: () => T): Promise<T> {
    await new Promise(resolve => setImmediate(resolve));
    if (this.hanging) {
      await new Promise<void>(resolve => {
        signal.addEventListener('abort', () => resolve(), { once: true });
        if (signal.aborted) {
          resolve();
        }
      });
    }
    if (signal.aborted) {
      throw new ToyError('timeout', this.key);
    }
    if (!this.reachable) {
      throw new ToyError('unreachable', this.key);
    }
    if (this.revoked) {
      throw new ToyError('unauthenticated', this.key);
    }
    return this.#copy(work());
  }

  #copy<T>(value: T): T {
    if (value === undefined) {
      return value;
    }
    return JSON.parse(JSON.stringify(value), (_, inner) =>
      this.shuffled &&
      inner &&
      typeof inner === 'object' &&
      !Array.isArray(inner)
        ? Object.fromEntries(
            Object.entries(inner).sort(() => Math.random() - 0.5),
          )
        : inner,
    );
  }
}
