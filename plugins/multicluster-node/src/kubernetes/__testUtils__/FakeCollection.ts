import { ServerResponse } from 'node:http';
import { ArrivedRequest } from './ScriptedServer';
import { sendJson, sendStatus } from './sendJson';

/** An object of the collection. */
export interface FakeObject {
  apiVersion?: string;
  kind?: string;
  metadata: {
    name: string;
    namespace: string;
    uid: string;
    resourceVersion: string;
    [field: string]: unknown;
  };
  [field: string]: unknown;
}

interface HistoryEntry {
  version: number;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: FakeObject;
}

/** What happens to one request instead of an answer, or in the middle of it. */
export type Fault =
  | { kind: 'status'; code: number; headers?: Record<string, string> }
  | { kind: 'text'; code: number; type: string; body: string }
  | { kind: 'cut' }
  | { kind: 'cut-midway' }
  | { kind: 'hang' }
  | { kind: 'garbage' }
  | { kind: 'stream-error'; code: number; message?: string };

/**
 * One kind of an API server in memory: list with limit and continue on a snapshot, watch from a version with history and
 * 410, bookmarks when told, streaming lists when it offers them, and faults on command.
 */
export class FakeCollection {
  readonly path = '/apis/apps/v1/deployments';
  /** Minor version of the server; streaming lists are offered from 32 on. */
  minor = 30;
  streaming = true;
  /** Taken one per request of its kind; undefined lets a request pass. */
  readonly faults: {
    list: Array<Fault | undefined>;
    watch: Array<Fault | undefined>;
  } = {
    list: [],
    watch: [],
  };
  /** A watch sends nothing at all, not even what changed. */
  mute = false;
  version = 1000;
  readonly objects = new Map<string, FakeObject>();
  #history: HistoryEntry[] = [];
  #compactedTo = 0;
  readonly #watches = new Set<ServerResponse>();
  readonly #snapshots = new Map<string, FakeObject[]>();

  /** A collection of so many objects, all alike: `w0000`, `w0001`, … */
  static of(count: number, fields: object = {}): FakeCollection {
    const collection = new FakeCollection();
    for (let i = 0; i < count; i++) {
      collection.put(`w${String(i).padStart(4, '0')}`, { ...fields });
    }
    return collection;
  }

  /** Creates or changes an object. */
  put(name: string, fields: Record<string, unknown> = {}): FakeObject {
    this.version += 1;
    const before = this.objects.get(name);
    const { metadata, ...rest } = fields;
    const object: FakeObject = {
      ...rest,
      metadata: {
        name,
        namespace: 'demo',
        uid: before?.metadata.uid ?? `uid-${name}-${this.version}`,
        ...(metadata as object | undefined),
        resourceVersion: String(this.version),
      },
    };
    this.objects.set(name, object);
    this.#record(before ? 'MODIFIED' : 'ADDED', object);
    return object;
  }

  remove(name: string): void {
    const object = this.objects.get(name);
    if (object) {
      this.version += 1;
      this.objects.delete(name);
      const metadata = {
        ...object.metadata,
        resourceVersion: String(this.version),
      };
      this.#record('DELETED', { ...object, metadata });
    }
  }

  /** Forgets the history: watches from before answer 410, and so do continue tokens. */
  compact(): void {
    this.#compactedTo = this.version;
    this.#history = [];
    this.#snapshots.clear();
  }

  /**
   * Puts another state in place of this one, at a lower version, as a restored backup does. Watches stay open; what is put
   * here is not sent to them.
   */
  restore(version: number, names: string[]): void {
    this.compact();
    this.version = version;
    this.#compactedTo = 0;
    this.objects.clear();
    const { mute } = this;
    this.mute = true;
    names.forEach(name => this.put(name));
    this.mute = mute;
  }

  bookmark(): void {
    this.#send({ type: 'BOOKMARK', object: this.#bookmarkObject() });
  }

  /** Sends an event of the past again, as no server should. */
  replay(index: number): void {
    const entry = this.#history[index % Math.max(1, this.#history.length)];
    if (entry) {
      this.#send({ type: entry.type, object: entry.object });
    }
  }

  /** Sends a line to every watch as it is. */
  sendRaw(line: string): void {
    this.#watches.forEach(response => response.write(`${line}\n`));
  }

  endWatches(): void {
    this.#watches.forEach(response => response.end());
    this.#watches.clear();
  }

  cutWatches(): void {
    this.#watches.forEach(response => response.socket?.destroy());
    this.#watches.clear();
  }

  get watching(): number {
    return this.#watches.size;
  }

  handle(request: ArrivedRequest, response: ServerResponse): void {
    if (request.path === '/version') {
      sendJson(response, { major: '1', minor: String(this.minor) });
    } else if (request.path.startsWith('/apis/apps/v1/namespaces/demo/')) {
      const object = this.objects.get(request.path.split('/').pop() ?? '');
      if (object) {
        sendJson(response, object);
      } else {
        sendStatus(response, 404, { reason: 'NotFound' });
      }
    } else if (request.path !== this.path) {
      sendStatus(response, 404, { reason: 'NotFound' });
    } else if (request.query.get('watch')) {
      this.#watch(request, response);
    } else {
      this.#list(request, response);
    }
  }

  #list(request: ArrivedRequest, response: ServerResponse): void {
    const fault = this.faults.list.shift();
    if (fault && fault.kind !== 'cut-midway' && fault.kind !== 'garbage') {
      applyFault(fault, response);
      return;
    }
    const token = request.query.get('continue');
    const [snapshot, from] = token?.split('/') ?? [String(this.version), '0'];
    const items = token
      ? this.#snapshots.get(snapshot)
      : [...this.objects.values()].sort((a, b) =>
          a.metadata.name < b.metadata.name ? -1 : 1,
        );
    if (!items) {
      sendStatus(response, 410, { reason: 'Expired' });
      return;
    }
    this.#snapshots.set(snapshot, items);
    const start = Number(from);
    const end = start + Number(request.query.get('limit') ?? Infinity);
    const body = JSON.stringify({
      kind: 'DeploymentList',
      apiVersion: 'apps/v1',
      metadata: {
        resourceVersion: snapshot,
        ...(end < items.length && { continue: `${snapshot}/${end}` }),
      },
      items: items.slice(start, end),
    });
    response.writeHead(200, { 'Content-Type': 'application/json' });
    if (fault?.kind === 'cut-midway') {
      response.write(body.slice(0, body.length / 2), () =>
        response.socket?.destroy(),
      );
    } else {
      response.end(fault ? body.slice(0, body.length / 2) : body);
    }
  }

  #watch(request: ArrivedRequest, response: ServerResponse): void {
    const fault = this.faults.watch.shift();
    if (fault && fault.kind !== 'stream-error') {
      applyFault(fault, response);
      return;
    }
    const initial = request.query.get('sendInitialEvents') === 'true';
    if (initial && !this.streaming) {
      sendStatus(response, 422, { reason: 'Invalid' });
      return;
    }
    const from = Number(request.query.get('resourceVersion') ?? NaN);
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.flushHeaders();
    const expired = !initial && from < this.#compactedTo;
    if (fault || expired) {
      const code = fault?.kind === 'stream-error' ? fault.code : 410;
      const message =
        fault?.kind === 'stream-error' ? fault.message : undefined;
      const object = { kind: 'Status', code, message };
      response.end(`${JSON.stringify({ type: 'ERROR', object })}\n`);
      return;
    }
    const write = (event: object) =>
      response.write(`${JSON.stringify(event)}\n`);
    if (initial) {
      this.objects.forEach(object => write({ type: 'ADDED', object }));
      const object = this.#bookmarkObject({
        'k8s.io/initial-events-end': 'true',
      });
      write({ type: 'BOOKMARK', object });
    } else if (!this.mute) {
      this.#history
        .filter(({ version }) => version > from)
        .forEach(({ type, object }) => write({ type, object }));
    }
    this.#watches.add(response);
    response.once('close', () => this.#watches.delete(response));
  }

  #record(type: HistoryEntry['type'], object: FakeObject): void {
    this.#history.push({ version: this.version, type, object });
    this.#send({ type, object });
  }

  #send(event: object): void {
    if (!this.mute) {
      this.sendRaw(JSON.stringify(event));
    }
  }

  #bookmarkObject(annotations?: Record<string, string>) {
    return {
      kind: 'Deployment',
      apiVersion: 'apps/v1',
      metadata: { resourceVersion: String(this.version), annotations },
    };
  }
}

function applyFault(fault: Fault, response: ServerResponse): void {
  switch (fault.kind) {
    case 'status':
      sendStatus(response, fault.code, { message: 'as told' }, fault.headers);
      break;
    case 'text':
      response.writeHead(fault.code, { 'Content-Type': fault.type });
      response.end(fault.body);
      break;
    case 'hang':
      break;
    default:
      response.socket?.destroy();
  }
}
