import { lazy, Suspense } from 'react';
import type { RareProps } from './Rare';

const Rare = lazy(() => import('./Rare').then(m => ({ default: m.Rare })));

/** What the card shows only when something waits or is not as usual, once it is loaded. @internal */
export function LazyRare(props: RareProps) {
  return (
    <Suspense fallback={null}>
      <Rare {...props} />
    </Suspense>
  );
}
