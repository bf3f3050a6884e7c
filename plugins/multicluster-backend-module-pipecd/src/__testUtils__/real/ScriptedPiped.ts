import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import { Call, grpcCalls } from './grpcCalls';
import { realPipecd } from './realPipecd';

/** A stage as the scripted piped keeps it. */
export interface ScriptedStage {
  id: string;
  name: string;
  status: number;
  metadata: Record<string, string>;
  requires: string[];
}

/** A deployment as the scripted piped keeps it. */
export interface ScriptedRun {
  id: string;
  applicationId: string;
  status: number;
  needed: number;
  stages: ScriptedStage[];
  /** Lines of logs by stage: the index of the next one, and all that were sent. */
  logs: Map<string, Array<{ index: number; log: string; created_at: number }>>;
  skip: number;
}

/** A command as the control plane gives it to a piped. */
interface Command {
  id: string;
  type?: number;
  deployment_id?: string;
  stage_id?: string;
  commander?: string;
}

const RUNNING = 1;
const OVER = { succeeded: 4, failed: 5, cancelled: 6 } as const;
const STAGE_OVER = { succeeded: 2, failed: 3, cancelled: 4 } as const;
const APPROVE_STAGE = 3;
const CANCEL_DEPLOYMENT = 2;
const GIT_PATH = {
  repo: {
    id: 'apps',
    remote: 'https://github.com/acme/apps.git',
    branch: 'main',
  },
  path: 'conformance/any',
  config_filename: 'app.pipecd.yaml',
};
const now = () => Math.floor(Date.now() / 1000);

/** The session of an administrator, as the control plane signs it. */
async function adminCookie(): Promise<Record<string, string>> {
  const at = now();
  const role = {
    project_id: realPipecd.project,
    project_rbac_roles: ['Admin'],
  };
  const token = await new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('PipeCD')
    .setSubject('conformance')
    .setIssuedAt(at - 60)
    .setNotBefore(at - 60)
    .setExpirationTime(at + 300)
    .sign(readFileSync(realPipecd.signingKeyFile!));
  return { cookie: `token=${token}` };
}

/**
 * A piped that a test plays on a real control plane: registered for the cases and disabled after them. What it says is what a
 * v0 piped says; the control plane stores, checks and tells it by its own rules.
 */
export class ScriptedPiped {
  static async register(): Promise<ScriptedPiped> {
    const { webAddress, pipedAddress, project } = realPipecd;
    const admin = grpcCalls('admin', webAddress!, adminCookie);
    const name = `conformance-${Date.now()}`;
    const { id, key } = await admin.call<{ id: string; key: string }>(
      'RegisterPiped',
      { name, desc: 'played by the conformance cases' },
    );
    const piped = grpcCalls('piped', pipedAddress!, async () => ({
      authorization: `PIPED-TOKEN ${project},${id},${key}`,
    }));
    const scripted = new ScriptedPiped(id, admin, piped);
    await scripted.say('ReportPipedMeta', {
      version: 'conformance',
      platform_providers: [{ name: 'none', type: 'TERRAFORM' }],
      repositories: [GIT_PATH.repo],
    });
    await scripted.#report();
    return scripted;
  }

  readonly runs = new Map<string, ScriptedRun>();
  readonly #id: string;
  readonly #admin: { call: Call; close: () => void };
  readonly #piped: { call: Call; close: () => void };
  readonly #commands = new Set<string>();
  readonly #names = new Map<string, string>();
  readonly #timers: NodeJS.Timeout[];
  #alive = true;
  #taking: Promise<void> = Promise.resolve();

  private constructor(
    id: string,
    admin: { call: Call; close: () => void },
    piped: { call: Call; close: () => void },
  ) {
    this.#id = id;
    this.#admin = admin;
    this.#piped = piped;
    this.#timers = [
      setInterval(() => this.#report().catch(() => {}), 5_000),
      setInterval(() => this.take().catch(() => {}), 200),
    ];
  }

  get say(): Call {
    return this.#piped.call;
  }

  /** Whether it reports that it lives. */
  async live(alive: boolean): Promise<void> {
    this.#alive = alive;
    await this.#report();
  }

  async close(): Promise<void> {
    this.#timers.forEach(timer => clearInterval(timer));
    await this.#taking.catch(() => {});
    await this.#admin.call('DisablePiped', { piped_id: this.#id });
    this.#piped.close();
    this.#admin.close();
  }

  async addApplication(name: string): Promise<string> {
    const answer = await this.#admin.call<{ application_id: string }>(
      'AddApplication',
      {
        name,
        piped_id: this.#id,
        git_path: { ...GIT_PATH, path: `conformance/${name}` },
        kind: 1,
        platform_provider: 'none',
        labels: { team: 'shop', env: 'dev', tier: 'web' },
      },
    );
    const { application_id } = answer;
    this.#names.set(application_id, name);
    await this.syncState(application_id);
    return application_id;
  }

  /** Says once more that an application is as it should be. */
  async syncState(application_id: string): Promise<void> {
    await this.say('ReportApplicationSyncState', {
      application_id,
      state: { status: 1, timestamp: now() },
    });
  }

  async application(
    verb: 'DisableApplication' | 'DeleteApplication',
    id: string,
  ): Promise<void> {
    await this.#admin.call(verb, { application_id: id });
  }

  async start(
    applicationId: string,
    stages: Array<Partial<ScriptedStage> & { name: string }>,
    options: { status?: number; needed?: number } = {},
  ): Promise<ScriptedRun> {
    const { status = 2, needed = 1 } = options;
    const run: ScriptedRun = {
      id: randomUUID(),
      applicationId,
      status,
      needed,
      stages: stages.map((stage, index) => ({
        id: `stage-${index}`,
        status: 0,
        metadata: {},
        requires: index === 0 ? [] : [`stage-${index - 1}`],
        ...stage,
      })),
      logs: new Map(),
      skip: 0,
    };
    this.runs.set(run.id, run);
    await this.say('CreateDeployment', { deployment: this.#message(run) });
    if (status > 0) {
      await this.#plan(run);
    }
    for (const stage of run.stages.filter(one => one.status === RUNNING)) {
      await this.#announce(run, stage);
    }
    return run;
  }

  async finish(
    run: ScriptedRun,
    verdict: keyof typeof OVER,
    status_reason = '',
  ): Promise<void> {
    run.status = OVER[verdict];
    for (const stage of run.stages) {
      const ends =
        stage.status === RUNNING || (verdict === 'succeeded' && !stage.status);
      if (ends) {
        await this.stage(run, stage, STAGE_OVER[verdict]);
      }
    }
    await this.say('ReportDeploymentCompleted', {
      deployment_id: run.id,
      status: run.status,
      status_reason,
      stage_statuses: Object.fromEntries(
        run.stages.map(({ id, status }) => [id, status]),
      ),
      completed_at: now(),
    });
  }

  async stage(
    run: ScriptedRun,
    stage: ScriptedStage,
    status: number,
  ): Promise<void> {
    stage.status = status;
    await this.say('ReportStageStatusChanged', {
      deployment_id: run.id,
      stage_id: stage.id,
      status,
      requires: stage.requires,
      visible: true,
      completed_at: now(),
    });
  }

  async metadata(run: ScriptedRun, stage: ScriptedStage): Promise<void> {
    await this.say('SaveStageMetadata', {
      deployment_id: run.id,
      stage_id: stage.id,
      metadata: stage.metadata,
    });
  }

  /** The stage is done, and the next one begins. */
  async next(run: ScriptedRun, stage: ScriptedStage): Promise<void> {
    await this.stage(run, stage, STAGE_OVER.succeeded);
    const following = run.stages[run.stages.indexOf(stage) + 1];
    if (following) {
      await this.stage(run, following, RUNNING);
      await this.#announce(run, following);
    }
  }

  async approve(run: ScriptedRun, name: string, stageId?: string) {
    const gate = run.stages.find(
      ({ id, name: kind, status }) =>
        status === RUNNING &&
        kind === 'WAIT_APPROVAL' &&
        (stageId === undefined || stageId === id),
    );
    const by = (gate?.metadata.ApprovedBy ?? '').split(', ').filter(Boolean);
    if (!gate || by.includes(name)) {
      return;
    }
    const all = [...by, name];
    gate.metadata = { ...gate.metadata, ApprovedBy: all.join(', ') };
    await this.metadata(run, gate);
    await this.log(run, gate, [`Got approval from "${name}"`]);
    if (all.length >= run.needed) {
      const said = `${all.length} users (${all.join(', ')})`;
      await this.log(run, gate, [`This stage has been approved by ${said}`]);
      await this.next(run, gate);
    }
  }

  /** Lines of the log of a stage, old enough to be served at once. */
  async log(
    run: ScriptedRun,
    { id }: Pick<ScriptedStage, 'id'>,
    lines: string[],
  ): Promise<void> {
    const sent = run.logs.get(id) ?? [];
    run.logs.set(id, sent);
    const blocks = lines.map(log => {
      const index = (sent.at(-1)?.index ?? 0) + 1 + run.skip;
      run.skip = 0;
      const block = { index, log, severity: 0, created_at: now() - 60 };
      sent.push(block);
      return block;
    });
    await this.say('ReportStageLogs', {
      deployment_id: run.id,
      stage_id: id,
      blocks,
    });
  }

  /** The last lines are gone, as of a piped that was killed before it stored them. */
  async dropLog(run: ScriptedRun, id: string, lines: number): Promise<void> {
    const sent = run.logs.get(id) ?? [];
    sent.splice(sent.length - lines);
    await this.say('ReportStageLogsFromLastCheckpoint', {
      deployment_id: run.id,
      stage_id: id,
      blocks: sent,
    });
  }

  /** How many commands the control plane ever gave. */
  async commands(): Promise<number> {
    await this.take();
    return this.#commands.size;
  }

  /** Asks for commands and does them, once at a time. */
  async take(): Promise<void> {
    this.#taking = this.#taking.catch(() => {}).then(() => this.#takeAll());
    await this.#taking;
  }

  async #takeAll(): Promise<void> {
    const { commands } = await this.say<{ commands: Command[] }>(
      'ListUnhandledCommands',
      {},
    );
    for (const command of commands) {
      if (!this.#commands.has(command.id)) {
        this.#commands.add(command.id);
        await this.#do(command);
      }
      await this.say('ReportCommandHandled', {
        command_id: command.id,
        status: 1,
        handled_at: now(),
      });
    }
  }

  async #do(command: Command): Promise<void> {
    const { type, commander = '', stage_id } = command;
    const run = this.runs.get(command.deployment_id ?? '');
    if (run && type === APPROVE_STAGE) {
      await this.approve(run, commander, stage_id);
    } else if (run && type === CANCEL_DEPLOYMENT) {
      const running = run.stages.find(({ status }) => status === RUNNING);
      const said = `Cancelled by ${commander} while executing stage`;
      await this.finish(run, 'cancelled', `${said} ${running?.id}`);
    }
  }

  /** As a piped does it: a deployment is created without stages, and has them once it was planned. */
  async #plan(run: ScriptedRun): Promise<void> {
    const at = now();
    const deployment_id = run.id;
    await this.say('ReportDeploymentPlanned', {
      deployment_id,
      versions: [{ kind: 1, name: 'shop', version: 'v1.2.3' }],
      stages: run.stages.map((stage, index) => ({
        ...stage,
        index,
        visible: true,
        created_at: at,
        updated_at: at,
        ...(stage.status > 0 && { completed_at: at }),
      })),
    });
    if (run.status === 2) {
      await this.say('ReportDeploymentStatusChanged', {
        deployment_id,
        status: run.status,
      });
    } else {
      await this.say('ReportDeploymentCompleted', {
        deployment_id,
        status: run.status,
        completed_at: at,
      });
    }
  }

  async #report(): Promise<void> {
    if (this.#alive) {
      await this.say('ReportStat', { piped_stats: Buffer.from('') });
    }
  }

  async #announce(run: ScriptedRun, stage: ScriptedStage): Promise<void> {
    if (stage.name === 'WAIT_APPROVAL') {
      const text = `Waiting for approval from at least ${run.needed} user(s)...`;
      await this.log(run, stage, [text]);
    }
  }

  #message(run: ScriptedRun): object {
    const at = now();
    const hash = 'c0ffee'.repeat(6);
    return {
      id: run.id,
      application_id: run.applicationId,
      application_name: this.#names.get(run.applicationId) ?? '',
      piped_id: this.#id,
      project_id: realPipecd.project,
      kind: 1,
      git_path: GIT_PATH,
      labels: { team: 'shop', env: 'dev', tier: 'web' },
      trigger: {
        commit: {
          hash,
          message: 'Change something',
          author: 'Dana Dev',
          branch: 'main',
          url: `https://github.com/acme/apps/commit/${hash}`,
          created_at: at,
        },
        timestamp: at,
      },
      created_at: at,
      updated_at: at,
    };
  }
}
