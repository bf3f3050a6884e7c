import { SimulatedDeployment, SimulatedPipecd } from './SimulatedPipecd';

type Stage = SimulatedDeployment['stages'][number];
export type Verdict = 'succeeded' | 'failed' | 'cancelled';

const OVER = { succeeded: 4, failed: 5, cancelled: 6 } as const;
const STAGE_OVER = { succeeded: 2, failed: 3, cancelled: 4 } as const;
const RUNNING = 1;
const APPROVE_STAGE = 3;
const CANCEL_DEPLOYMENT = 2;

/** Makes runs as a v0 piped writes them, and reads the commands that are given for them. */
export class HandPiped {
  static of(simulated: SimulatedPipecd): HandPiped {
    const piped = new HandPiped(simulated);
    simulated.onCommand.add(command => piped.#take(command));
    return piped;
  }

  readonly #simulated: SimulatedPipecd;
  /** How many approvals the gates of a run need. */
  readonly #needed = new Map<string, number>();

  private constructor(simulated: SimulatedPipecd) {
    this.#simulated = simulated;
  }

  start(
    applicationId: string,
    stages: Array<Partial<Stage> & { name: string }>,
    options: { status?: number; needed?: number } = {},
  ): SimulatedDeployment {
    const { rows } = this.#simulated;
    const application = rows.applications.get(applicationId)!;
    const now = rows.now();
    const { git_path, name, piped_id, project_id, labels } = application;
    const hash = 'c0ffee'.repeat(6);
    const deployment: SimulatedDeployment = {
      id: rows.uuid(),
      application_id: applicationId,
      application_name: name,
      piped_id,
      project_id,
      kind: 1,
      git_path,
      labels,
      trigger: {
        commit: {
          hash,
          message: 'Change something',
          author: 'Dana Dev',
          branch: 'main',
          url: `https://github.com/acme/apps/commit/${hash}`,
          created_at: now,
        },
        timestamp: now,
      },
      versions: [{ kind: 1, name: 'shop', version: 'v1.2.3' }],
      status: options.status ?? 2,
      stages: stages.map((stage, index) => ({
        id: `stage-${index}`,
        index,
        requires: index === 0 ? [] : [`stage-${index - 1}`],
        visible: true,
        authorized_operators: [],
        created_at: now,
        updated_at: now,
        ...(stage.status === RUNNING && { completed_at: now }),
        ...stage,
      })),
      created_at: now,
      updated_at: now,
    };
    this.#needed.set(deployment.id, options.needed ?? 1);
    rows.addDeployment(deployment);
    deployment.stages
      .filter(({ status }) => status === RUNNING)
      .forEach(stage => this.#announce(deployment.id, stage));
    return deployment;
  }

  finish(id: string, verdict: Verdict, reason = ''): void {
    const { rows } = this.#simulated;
    const now = rows.now();
    rows.changeDeployment(id, deployment => {
      deployment.status = OVER[verdict];
      deployment.completed_at = now;
      deployment.status_reason = reason;
      for (const stage of deployment.stages) {
        const ends =
          stage.status === RUNNING ||
          (verdict === 'succeeded' && !stage.status);
        if (ends) {
          Object.assign(stage, {
            status: STAGE_OVER[verdict],
            completed_at: now,
          });
        }
      }
    });
  }

  edit(id: string, change: (deployment: SimulatedDeployment) => void): void {
    this.#simulated.rows.changeDeployment(id, change);
  }

  /** Counts an approval of the gate that runs. */
  approve(id: string, name: string, stageId?: string): void {
    const { rows } = this.#simulated;
    const needed = this.#needed.get(id) ?? 1;
    rows.changeDeployment(id, deployment => {
      const gate = deployment.stages.find(
        stage =>
          stage.status === RUNNING &&
          stage.name === 'WAIT_APPROVAL' &&
          (stageId === undefined || stage.id === stageId),
      );
      const by = (gate?.metadata?.ApprovedBy ?? '').split(', ').filter(Boolean);
      if (!gate || by.includes(name)) {
        return;
      }
      const all = [...by, name];
      gate.metadata = { ...gate.metadata, ApprovedBy: all.join(', ') };
      this.log(id, gate.id, [`Got approval from "${name}"`]);
      if (all.length >= needed) {
        const text = `This stage has been approved by ${
          all.length
        } users (${all.join(', ')})`;
        this.log(id, gate.id, [text]);
        this.next(deployment, gate);
      }
    });
  }

  /** The stage is done, and the next one begins. */
  next(deployment: SimulatedDeployment, stage: Stage): void {
    const now = this.#simulated.rows.now();
    Object.assign(stage, { status: 2, completed_at: now });
    const following = deployment.stages[deployment.stages.indexOf(stage) + 1];
    if (following) {
      Object.assign(following, { status: RUNNING, completed_at: now });
      this.#announce(deployment.id, following);
    }
  }

  log(id: string, stageId: string, lines: string[]): void {
    this.#simulated.rows.logs.append(
      id,
      stageId,
      lines.map(log => ({ log })),
    );
  }

  #announce(id: string, { id: stageId, name }: Stage): void {
    if (name === 'WAIT_APPROVAL') {
      const needed = this.#needed.get(id) ?? 1;
      this.log(id, stageId, [
        `Waiting for approval from at least ${needed} user(s)...`,
      ]);
    }
  }

  #take(command: Record<string, unknown>): void {
    const id = String(command.deployment_id ?? '');
    const commander = String(command.commander ?? '');
    if (command.type === APPROVE_STAGE) {
      this.approve(id, commander, String(command.stage_id));
    } else if (command.type === CANCEL_DEPLOYMENT) {
      const running = this.#simulated.rows.deployments
        .get(id)
        ?.stages.find(({ status }) => status === RUNNING);
      this.finish(
        id,
        'cancelled',
        `Cancelled by ${commander} while executing stage ${running?.id}`,
      );
    }
  }
}
