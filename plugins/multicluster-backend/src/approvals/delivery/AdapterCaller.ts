import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { AdapterRegistry } from './AdapterRegistry';
import { callerOf } from './callerOf';
import { DeliveryAdapter, StepContext } from './DeliveryAdapter';
import { readWithin } from './readWithin';
import { StepHold } from './StepHold';

/** Calls the adapter of a step, within a deadline and with everything that it is given. */
export class AdapterCaller {
  static create(options: {
    adapters: AdapterRegistry;
    callMs: number;
  }): AdapterCaller {
    return new AdapterCaller(options);
  }

  readonly #adapters: AdapterRegistry;
  readonly #callMs: number;

  private constructor(options: { adapters: AdapterRegistry; callMs: number }) {
    this.#adapters = options.adapters;
    this.#callMs = options.callMs;
  }

  async call<T>(
    hold: StepHold,
    facts: DirectoryFacts,
    call: (adapter: DeliveryAdapter, context: StepContext) => Promise<T>,
  ): Promise<T> {
    return readWithin(this.#callMs, signal =>
      call(this.#adapters.of(hold.request.kind), {
        request: hold.request,
        step: hold.step,
        steps: hold.steps,
        votes: hold.votes,
        caller: callerOf(hold, facts),
        now: hold.now,
        ...(hold.userCredential && { userCredential: hold.userCredential }),
        deadlineMs: this.#callMs,
        signal,
      }),
    );
  }
}
