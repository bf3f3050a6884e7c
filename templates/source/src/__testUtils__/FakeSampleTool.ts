import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the fake tool keeps of a run. */
export interface FakeRun {
  id: string;
  pipeline: string;
  pipelineName: string;
  number: number;
  status: string;
  createdAt: string;
  finishedAt?: string;
  revision: number;
  stages: Array<{
    id: string;
    name: string;
    status: string;
    startedAt?: string;
    finishedAt?: string;
    after: string[];
  }>;
  approval?: {
    stage: string;
    state: string;
    opening: number;
    approvers: string[];
    needed: number;
    approvedBy: string[];
  };
  lines: Array<{ position: number; at: string; text: string }>;
  /** What the API gives and nobody may keep. */
  password?: string;
  hidden: boolean;
}

const PAGE = 3;

/** A tool of the smallest kind, over HTTP, with everything that goes wrong. Written so that Node runs it as it is. */
export class FakeSampleTool {
  readonly pipelines = new Map<string, { name: string; enabled: boolean }>();
  readonly runs = new Map<string, FakeRun>();
  /** Runs that change between the pages of a list. */
  moving: FakeRun[] = [];
  fault: 'none' | 'hang' | 'refuse' | 'cut' | 'half-lists' = 'none';
  readonly token: string;
  #server: Server | undefined;
  #url = '';
  #made = 0;
  #revision = 0;
  #time = 0;

  constructor(token: string) {
    this.token = token;
  }

  /** Serves on 127.0.0.1; port 0 takes a free one. */
  async listen(port = 0): Promise<string> {
    const server = createServer((request, response) =>
      this.#serve(request, response),
    );
    this.#server = server;
    await new Promise<void>(resolve => {
      server.listen(port, '127.0.0.1', resolve);
    });
    this.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return this.#url;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise(resolve => {
      this.#server?.close(resolve);
    });
  }

  addPipeline(name: string): string {
    this.#made += 1;
    const id = `pipeline-${this.#made}`;
    this.pipelines.set(id, { name, enabled: true });
    return id;
  }

  startRun(pipeline: string, status = 'RUNNING'): FakeRun {
    this.#made += 1;
    const createdAt = this.now();
    const began = status === 'PENDING' ? {} : { startedAt: createdAt };
    const run: FakeRun = {
      id: `run-${this.#made}`,
      pipeline,
      // As it was called then: a pipeline that is deleted later keeps its runs.
      pipelineName: this.pipelines.get(pipeline)?.name ?? pipeline,
      number: this.#made,
      status,
      createdAt,
      revision: 0,
      stages: [
        { id: 'build', name: 'Build', status, after: [], ...began },
        { id: 'deploy', name: 'Deploy', status: 'PENDING', after: ['build'] },
      ],
      lines: [],
      hidden: false,
    };
    this.runs.set(run.id, run);
    this.touch(run);
    return run;
  }

  openGate(run: FakeRun, approvers: string[], needed: number): void {
    const opening = (run.approval?.opening ?? 0) + 1;
    const stage = 'build';
    const state = 'OPEN';
    const approvedBy: string[] = [];
    run.approval = { stage, state, opening, approvers, needed, approvedBy };
    run.status = 'WAITING';
    this.touch(run);
  }

  approve(run: FakeRun, who: string): void {
    const { approval } = run;
    if (approval && !approval.approvedBy.includes(who)) {
      approval.approvedBy.push(who);
    }
    if (approval && approval.approvedBy.length >= approval.needed) {
      approval.state = 'APPROVED';
      run.status = 'RUNNING';
    }
    this.touch(run);
  }

  finish(run: FakeRun, verdict: 'succeeded' | 'failed' | 'cancelled'): void {
    run.status = verdict.toUpperCase();
    run.finishedAt = this.now();
    for (const stage of run.stages) {
      // A run that succeeded has been through all of its stages.
      const reached = stage.status === 'PENDING' && verdict === 'succeeded';
      if (stage.status === 'RUNNING' || reached) {
        stage.startedAt ??= run.finishedAt;
        stage.status = run.status;
        stage.finishedAt = run.finishedAt;
      }
    }
    this.touch(run);
  }

  writeLog(run: FakeRun, texts: string[], skip = 0): void {
    for (const text of texts) {
      const last = run.lines[run.lines.length - 1];
      const position = (last ? last.position + 1 : 0) + skip;
      run.lines.push({ position, at: this.now(), text });
    }
  }

  touch(run: FakeRun): void {
    this.#revision += 1;
    run.revision = this.#revision;
  }

  /** A moment later than every one before. */
  now(): string {
    this.#time = Math.max(Date.now(), this.#time + 1);
    return new Date(this.#time).toISOString();
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    if (this.fault === 'hang') {
      return;
    }
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const right = request.headers.authorization === `Bearer ${this.token}`;
    if (this.fault === 'cut') {
      request.socket.destroy();
    } else if (!right || this.fault === 'refuse') {
      send(401, {});
    } else {
      const [status, body] = this.#answer(
        new URL(request.url ?? '/', this.#url),
      );
      send(status, body);
    }
  }

  #answer({ pathname, searchParams }: URL): [number, unknown] {
    const [, , kind, id, , stage] = pathname.split('/');
    if (kind === 'pipelines') {
      return [
        200,
        {
          pipelines: [...this.pipelines.keys()].map(key => this.#pipeline(key)),
        },
      ];
    }
    if (kind === 'runs' && id === undefined) {
      return this.#page(Number(searchParams.get('page') || 0));
    }
    const run = this.runs.get(decodeURIComponent(id ?? ''));
    if (!run) {
      return [404, {}];
    }
    if (stage === undefined) {
      return [200, this.#run(run)];
    }
    if (!run.stages.some(each => each.id === decodeURIComponent(stage))) {
      return [404, {}];
    }
    const lines = stage === 'build' ? run.lines : [];
    return [200, { lines, done: false }];
  }

  #page(from: number): [number, unknown] {
    if (from > 0 && this.fault === 'half-lists') {
      return [500, {}];
    }
    const all = [...this.runs.values()]
      .filter(({ hidden }) => !hidden)
      .sort((a, b) => b.revision - a.revision);
    const runs = all.slice(from, from + PAGE).map(run => this.#run(run));
    this.moving.forEach(run => this.touch(run));
    const next = from + PAGE < all.length ? String(from + PAGE) : undefined;
    return [200, { runs, next }];
  }

  #pipeline(id: string): unknown {
    const url = `${this.#url}/pipelines/${id}`;
    return { id, labels: {}, url, ...this.pipelines.get(id) };
  }

  #run({ lines: _, hidden: __, ...run }: FakeRun): unknown {
    const url = `${this.#url}/runs/${run.id}`;
    return { ...run, startedBy: 'alice', url };
  }
}
