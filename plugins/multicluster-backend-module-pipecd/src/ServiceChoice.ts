import { status } from '@grpc/grpc-js';
import { Gaps } from './Gaps';
import { PipecdError } from './wire/PipecdError';

/**
 * Over which service something is read: the web service where there are sessions, else the API service. A method that the web
 * service does not know is read from the API service, where there is a key, and named as a gap.
 *
 * @internal
 */
export class ServiceChoice {
  static create(has: { web: boolean; apiKey: boolean }): ServiceChoice {
    return new ServiceChoice(has);
  }

  readonly gaps = Gaps.create();
  readonly #has: { web: boolean; apiKey: boolean };

  private constructor(has: { web: boolean; apiKey: boolean }) {
    this.#has = has;
  }

  async either<T>(
    name: string,
    web: () => Promise<T>,
    api: () => Promise<T>,
  ): Promise<T> {
    const { apiKey, web: hasWeb } = this.#has;
    if (!hasWeb || (this.gaps.has(name) && apiKey)) {
      return await api();
    }
    try {
      return await web();
    } catch (error) {
      if (!isUnknownMethod(error) || !apiKey) {
        throw error;
      }
      this.gaps.found(name);
      return await api();
    }
  }

  /** Undefined where the control plane does not know the method; it is then not asked for it again. */
  async unlessUnknown<T>(
    name: string,
    call: () => Promise<T>,
  ): Promise<T | undefined> {
    if (this.gaps.has(name)) {
      return undefined;
    }
    try {
      return await call();
    } catch (error) {
      if (!isUnknownMethod(error)) {
        throw error;
      }
      this.gaps.found(name);
      return undefined;
    }
  }
}

function isUnknownMethod(error: unknown): boolean {
  return error instanceof PipecdError && error.grpc === status.UNIMPLEMENTED;
}
