import { PlaneChange } from '../plane/PlaneChange';
import { PlaneLane } from '../plane/PlaneLane';

/** The API of the control plane in the parent process. */
export class PlaneClient {
  readonly #url: string;

  static create(url: string): PlaneClient {
    return new PlaneClient(url);
  }

  private constructor(url: string) {
    this.#url = url;
  }

  async lanes(signal: AbortSignal): Promise<PlaneLane[]> {
    return this.#read('', signal);
  }

  async lane(name: string, signal: AbortSignal): Promise<PlaneLane> {
    return this.#read(name, signal);
  }

  /** The same, by whoever decides by what is there. */
  async look(name: string, signal: AbortSignal): Promise<PlaneLane> {
    return this.#read(`${name}?look`, signal);
  }

  /** Rejects when nobody knows whether it was taken. */
  async change(
    name: string,
    change: PlaneChange,
    deadlineMs: number,
  ): Promise<'taken' | 'conflict' | 'not-found'> {
    const { ok, status } = await fetch(`${this.#url}/${name}`, {
      method: 'POST',
      body: JSON.stringify(change),
      signal: AbortSignal.timeout(deadlineMs),
    });
    if (ok) {
      return 'taken';
    }
    return status === 409 ? 'conflict' : 'not-found';
  }

  async #read<T>(path: string, signal: AbortSignal): Promise<T> {
    const response = await fetch(`${this.#url}/${path}`, { signal });
    if (!response.ok) {
      throw new Error(`The control plane answered ${response.status}`);
    }
    return (await response.json()) as T;
  }
}
