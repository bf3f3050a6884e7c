import { KnownPart } from './recogniseParts';

type Recognise = (list: string) => Array<KnownPart | string>;

const listeners = new Set<() => void>();
let recognise: Recognise | undefined;
let loading = false;

/** What takes lists apart, once it is loaded. @internal */
export function partsRecogniser(): Recognise | undefined {
  return recognise;
}

/**
 * Loads what takes lists apart. Only who reads another language than English needs it, and the table it works with.
 *
 * @internal
 */
export function subscribeToRecogniser(listener: () => void): () => void {
  listeners.add(listener);
  if (!loading) {
    loading = true;
    import('./recogniseParts').then(
      module => {
        recognise = module.recogniseParts;
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
