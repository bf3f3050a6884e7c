import { Pipecd, startPipecd } from '@fairway/simulator';
import { Front } from './Front';

/** The rows of the embedded control plane. */
type Rows = Pipecd['world']['controlPlane'];
/** A deployment as the embedded control plane keeps it. */
export type SimulatedDeployment = Rows['deployments'] extends Map<
  string,
  infer D
>
  ? D
  : never;

const WRITES = [
  'ApproveStage',
  'SkipStage',
  'CancelDeployment',
  'SyncApplication',
];

/**
 * The embedded PipeCD without its pipeds: a test is the piped, and says what runs do. Its answers are those of the embedded
 * control plane; what goes wrong with them is steered here.
 */
export class SimulatedPipecd {
  static async start(): Promise<SimulatedPipecd> {
    const pipecd = await startPipecd();
    pipecd.world.v0.stop();
    pipecd.world.v1.stop();
    return new SimulatedPipecd(
      pipecd,
      await Front.before(pipecd.apiAddress),
      await Front.before(pipecd.webAddress),
    );
  }

  readonly pipecd: Pipecd;
  readonly api: Front;
  readonly web: Front;
  /** Called before a call is answered; a number lets it fail with that status. */
  readonly before = new Set<(call: string) => number | undefined>();
  /** Called with each command that the control plane took, before it answers. */
  readonly onCommand = new Set<(command: Record<string, unknown>) => void>();
  /** Deployments that no list names. */
  readonly hidden = new Set<string>();

  private constructor(pipecd: Pipecd, api: Front, web: Front) {
    this.pipecd = pipecd;
    this.api = api;
    this.web = web;
    this.#hookCalls();
    this.#hookCommands();
    this.#hookLists();
  }

  get rows(): Rows {
    return this.pipecd.world.controlPlane;
  }

  writes(): number {
    return WRITES.reduce(
      (sum, name) => sum + (this.pipecd.calls.get(name) ?? 0),
      0,
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.api.cut(), this.web.cut()]);
    await this.pipecd.close();
  }

  #hookCalls(): void {
    const { calls, faults } = this.pipecd;
    const count = calls.set.bind(calls);
    calls.set = (name, value) => {
      for (const look of this.before) {
        const code = look(name);
        if (code !== undefined) {
          faults.code = code;
          setImmediate(() => {
            faults.code = undefined;
          });
        }
      }
      return count(name, value);
    };
  }

  #hookCommands(): void {
    const { rows } = this;
    const add = rows.addCommand.bind(rows);
    rows.addCommand = command => {
      const id = add(command);
      this.onCommand.forEach(take => take({ ...command, id }));
      return id;
    };
  }

  #hookLists(): void {
    const { deployments } = this.rows;
    const all = deployments.values.bind(deployments);
    const { hidden } = this;
    deployments.values = () =>
      [...all()].filter(({ id }) => !hidden.has(id)).values();
  }
}
