import { Portal } from './Portal';

/** The back ends over one database, behind what shares the requests out among those that can be reached. */
export class Replicas {
  readonly #portals: readonly Portal[];
  #asked = 0;
  #begun = false;

  static create(portals: readonly Portal[]): Replicas {
    return new Replicas(portals);
  }

  private constructor(portals: readonly Portal[]) {
    this.#portals = portals;
  }

  get several(): boolean {
    return this.#portals.length > 1;
  }

  /** The one of that number; beyond their number it is counted from the first again. */
  at(number: number): Portal {
    return this.#portals[number % this.#portals.length];
  }

  /** @returns address of the next one that can be reached, as soon as there is one */
  async reach(signal: AbortSignal): Promise<string> {
    await Promise.race(this.#portals.map(portal => portal.ready(signal)));
    const ready = this.#portals.filter(({ isReady }) => isReady);
    this.#asked += 1;
    return (ready[this.#asked % ready.length] ?? this.#portals[0]).url;
  }

  /** Has the first of them that passes a point kill itself. `null`: all that live go on living. */
  arm(death: Parameters<Portal['arm']>[0]): void {
    this.#portals.forEach(portal => portal.arm(death));
  }

  /** Resolves once one of them is gone. */
  async oneGone(): Promise<void> {
    await Promise.race(this.#portals.map(portal => portal.gone()));
  }

  /** Starts those that are not running; resolves once all can be reached. Rejects when one of them ended by itself. */
  async up(): Promise<void> {
    this.#portals.forEach(portal => portal.requireNoOwnEnd());
    if (!this.#begun) {
      // Two schedulers of the platform that make their tables at once on an empty database end each other.
      await start(this.#portals[0]);
      this.#begun = true;
    }
    await Promise.all(
      this.#portals.filter(({ isRunning }) => !isRunning).map(start),
    );
  }

  async kill(): Promise<void> {
    await Promise.all(this.#portals.map(portal => portal.kill()));
  }
}

async function start(portal: Portal): Promise<void> {
  const { started } = await portal.launch();
  await started;
}
