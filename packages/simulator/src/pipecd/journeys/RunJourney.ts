import { SimulatedClock } from '../../clock/SimulatedClock';
import type { Deployment, Stage } from '../model/messages';
import type { PipedEvent } from '../piped/PipedEvent';
import { PipecdWorld, type NewApplication } from '../PipecdWorld';

const STEP = 100;
const LIMIT = 600_000;

/** A deployment as it was told at one moment, in seconds since the journey began. */
export interface Seen {
  at: number;
  deployment: Deployment;
}

/** The rig in which the recordings were made, embedded, with one application; and what was to be seen of its runs. */
export class RunJourney {
  readonly world: PipecdWorld;
  readonly name: string;
  readonly seen: Seen[] = [];
  readonly events: PipedEvent[] = [];
  readonly #clock: SimulatedClock;
  readonly #version: 'v0' | 'v1';

  /** `deployed`: it was deployed with success before. */
  static create(
    application: Omit<NewApplication, 'name'> & { name?: string },
    options: { deployed?: boolean } = {},
  ): RunJourney {
    const journey = new RunJourney(application);
    if (options.deployed) {
      journey.#deployBefore();
    }
    return journey;
  }

  private constructor(
    application: Omit<NewApplication, 'name'> & { name?: string },
  ) {
    this.name = application.name ?? 'app';
    this.#version = application.piped;
    this.#clock = SimulatedClock.create({
      startAt: Date.parse('2026-11-21T11:00:00Z'),
    });
    this.world = PipecdWorld.create({ clock: this.#clock, seed: 7 });
    this.world.onEvent(event => this.events.push(event));
    this.world.addApplication({ ...application, name: this.name });
    this.world[this.#version].start();
    this.pass(1);
    this.world.controlPlane.onDeployment(deployment =>
      this.seen.push({ at: this.#clock.elapsed() / 1000, deployment }),
    );
  }

  /** The run that matters: the latest. */
  get run(): Deployment {
    return this.world.latest(this.name)!;
  }

  stage(position: number): Stage {
    return this.run.stages[position];
  }

  pass(seconds: number): this {
    this.#clock.advance(seconds * 1000);
    return this;
  }

  until(reached: () => unknown): this {
    for (let passed = 0; !reached(); passed += STEP) {
      if (passed > LIMIT) {
        throw new Error('it did not happen within ten minutes');
      }
      this.#clock.advance(STEP);
    }
    return this;
  }

  /** A sync by hand, up to its deployment. */
  sync(commander = 'erin', strategy = 0): this {
    const before = this.world.deployments(this.name).length;
    this.world.sync(this.name, commander, strategy);
    return this.until(() => this.world.deployments(this.name).length > before);
  }

  push(message = 'Change it'): this {
    const before = this.world.deployments(this.name).length;
    this.world.push(this.name, message);
    return this.until(() => this.world.deployments(this.name).length > before);
  }

  /** Until the stage at that position runs. */
  running(position: number): this {
    return this.until(() => this.stage(position)?.status === 1);
  }

  approve(user: string, position: number): string {
    return this.world.command(
      'approve',
      this.run,
      user,
      this.stage(position).id,
    );
  }

  skip(user: string, position: number): string {
    return this.world.command('skip', this.run, user, this.stage(position).id);
  }

  cancel(user: string, run = this.run): string {
    return this.world.command('cancel', run, user);
  }

  over(): this {
    return this.until(() => (this.run.status ?? 0) >= 4).pass(5);
  }

  piped(action: 'start' | 'stop' | 'kill'): this {
    this.world[this.#version][action]();
    return this;
  }

  commandStatus(id: string): number {
    return this.world.controlPlane.commands.get(id)?.status ?? 0;
  }

  /** What was told of a run, by its place among the runs since the beginning. */
  statesOf(place: number): Seen[] {
    const ids = [...new Set(this.seen.map(({ deployment }) => deployment.id))];
    return this.seen.filter(({ deployment }) => deployment.id === ids[place]);
  }

  #deployBefore(): void {
    const { pipeline } = this.#swap([{ name: 'WAIT', duration: 1 }]);
    this.sync('erin', 2).over();
    this.#swap(pipeline);
    this.seen.length = 0;
    this.events.length = 0;
  }

  #swap(pipeline: NewApplication['spec']['pipeline']) {
    const piped = this.world[this.#version];
    const { id } = this.world.application(this.name);
    const before = piped.spec(id);
    piped.configure(id, { pipeline });
    return before;
  }
}
