import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { PipecdActAs } from './PipecdActAs';

/**
 * Where a module puts what acts as people at PipeCD. At most one does.
 *
 * @public
 */
export interface PipecdActAsExtensionPoint {
  /** @throws ConflictError when there is one already */
  setActAs(actAs: PipecdActAs): void;
}

/** {@inheritDoc PipecdActAsExtensionPoint} @public */
export const pipecdActAsExtensionPoint =
  createExtensionPoint<PipecdActAsExtensionPoint>({
    id: 'multicluster.pipecd.act-as',
  });
