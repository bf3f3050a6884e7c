import { randomUUID } from 'node:crypto';
import { createServer, Server, connect } from 'node:net';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import multicluster from '@fairway/backstage-plugin-multicluster-backend';
import impersonation from '@fairway/backstage-plugin-multicluster-backend-module-pipecd-impersonation';
import {
  ApprovalAbility,
  ApprovalItem,
  ApprovalList,
  ApprovalRequest,
} from '@fairway/backstage-plugin-multicluster-common';
import { eventually } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import pipecd from '../index';
import { approvalPortalWorld } from './approvalPortalWorld';

/** A piped asks for commands and deployments every few seconds, and one that is idle plans only then. */
const PATIENCE_MS = 180_000;
const LOOK_MS = 200;

/** A portal that observes a PipeCD and in which people decide, each signed in by name. */
export class ApprovalPortal {
  static async start(options: {
    applications: readonly string[];
    /** The entry of the configuration; its one project is called `real`. */
    controlPlane: JsonObject;
    /** Where scripts of pipeds ask, and what they show. */
    gate?: { port: number; secret: string };
  }): Promise<ApprovalPortal> {
    const { applications, controlPlane, gate } = options;
    const entities = approvalPortalWorld.entities(applications);
    const data = approvalPortalWorld.config(controlPlane, gate?.secret);
    const backend = await startTestBackend({
      features: [
        multicluster,
        pipecd,
        impersonation,
        mockServices.permissions.factory({ result: 'ALLOW' as never }),
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({ data }),
      ],
    });
    const portal = new ApprovalPortal(backend, gate?.port);
    // Whose a pipeline is becomes known when somebody looks.
    const path = '/entities/default/component/shop/runs';
    await eventually(
      async () => (await portal.call('alice', 'GET', path)).status === 200,
      { timeoutMs: PATIENCE_MS },
    );
    return portal;
  }

  readonly #backend: TestBackend;
  readonly #front?: Server;
  readonly #seen = new Map<string, string[]>();

  private constructor(backend: TestBackend, port?: number) {
    this.#backend = backend;
    this.#front = port === undefined ? undefined : this.#listen(port);
  }

  async stop(): Promise<void> {
    this.#front?.close();
    await this.#backend.stop();
  }

  async call(
    name: string,
    method: string,
    path: string,
    more: { body?: object; ifMatch?: string } = {},
  ) {
    const url = `http://127.0.0.1:${this.#port}/api/multicluster/v1${path}`;
    const response = await fetch(url, {
      method,
      headers: {
        Authorization: mockCredentials.user.header(`user:default/${name}`),
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        ...(more.ifMatch && { 'If-Match': more.ifMatch }),
      },
      ...(more.body && { body: JSON.stringify(more.body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  }

  async read(id: string): Promise<ApprovalItem> {
    const { body } = await this.call('alice', 'GET', `/approvals/${id}`);
    this.#note(body.item.request);
    return body.item;
  }

  /** The request about a run of PipeCD, once there is one. */
  async requestOf(run: string): Promise<ApprovalRequest> {
    const found = await eventually(
      async () => {
        const list = await this.call('alice', 'GET', '/approvals?scope=all');
        const { items }: ApprovalList = list.body;
        await new Promise(resolve => setTimeout(resolve, LOOK_MS));
        return items.find(({ request }) => request.subject.run?.key === run);
      },
      { timeoutMs: PATIENCE_MS, message: `nobody is asked about ${run}` },
    );
    return (await this.read(found.request.id)).request;
  }

  /** Votes on what the request shows now; what the portal says to it, and which code where it refuses. */
  async vote(
    name: string,
    id: string,
    decision: 'approve' | 'reject' = 'approve',
  ): Promise<{ status: number; code?: string }> {
    const { request } = await this.read(id);
    const { etag, subjectDigest } = request;
    const { status, body } = await this.call(
      name,
      'POST',
      `/approvals/${id}/votes`,
      { ifMatch: etag, body: { decision, subjectDigest } },
    );
    const code = body.error?.code ?? body.code;
    return { status, ...(code && { code }) };
  }

  /** Waits until the page tells somebody that they may approve, or for which reason not. */
  async canApprove(name: string, id: string, code?: string): Promise<void> {
    await eventually(
      async () => {
        const { body } = await this.call(name, 'GET', `/approvals/${id}`);
        await new Promise(resolve => setTimeout(resolve, LOOK_MS));
        const { allowed, code: why }: ApprovalAbility = body.item.can.approve;
        return code ? why === code : allowed;
      },
      { timeoutMs: PATIENCE_MS, message: `${name}: not ${code ?? 'allowed'}` },
    );
  }

  /** The request once that holds. */
  async until(
    id: string,
    what: string,
    holds: (request: ApprovalRequest) => boolean,
  ): Promise<ApprovalRequest> {
    return await eventually(
      async () => {
        const { request } = await this.read(id);
        await new Promise(resolve => setTimeout(resolve, LOOK_MS));
        return holds(request) ? request : undefined;
      },
      {
        timeoutMs: PATIENCE_MS,
        message: () => `not so: ${what}; seen:\n${this.told(id).join('\n')}`,
      },
    );
  }

  /** What was seen of a request, in order: `state | steps`. */
  told(id: string): string[] {
    return this.#seen.get(id) ?? [];
  }

  get #port(): number {
    return Number(this.#backend.server.port());
  }

  #note({ id, state, steps }: ApprovalRequest): void {
    const words = steps.map(step => step.state).join(' ');
    const line = words ? `${state} | ${words}` : state;
    const seen = this.told(id);
    if (seen.at(-1) !== line) {
      this.#seen.set(id, [...seen, line]);
    }
  }

  /** Scripts know one address, and a test back end listens anywhere. */
  #listen(port: number): Server {
    return createServer(socket => {
      const inside = connect(this.#port, '127.0.0.1');
      const end = () => [socket, inside].forEach(one => one.destroy());
      [socket, inside].forEach(one => one.on('error', end));
      socket.pipe(inside).pipe(socket);
    }).listen(port, '127.0.0.1');
  }
}
