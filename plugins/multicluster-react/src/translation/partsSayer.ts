import type { sayParts } from './recogniseParts';

const listeners = new Set<() => void>();
let say: typeof sayParts | undefined;
let loading = false;

/** What says lists again, once it is loaded. @internal */
export function partsSayer(): typeof sayParts | undefined {
  return say;
}

/**
 * Loads what says lists again. Only who reads another language than English needs it, and the table it works with.
 *
 * @internal
 */
export function subscribeToPartsSayer(listener: () => void): () => void {
  listeners.add(listener);
  if (!loading) {
    loading = true;
    import('./recogniseParts').then(
      module => {
        say = module.sayParts;
        listeners.forEach(tell => tell());
      },
      () => {
        // Lists stay in English; the next reader tries again.
        loading = false;
      },
    );
  }
  return () => listeners.delete(listener);
}
