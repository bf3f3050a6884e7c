import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { DeliverySource } from './DeliverySource';

/**
 * Adds sources to the multicluster plugin.
 *
 * @public
 */
export interface MulticlusterSourcesExtensionPoint {
  /**
   * Throws a ConflictError when the id is taken. A module that lets it through does not start, and by default the back end
   * with it: catch it and name the source with `addBrokenSource`, under another id.
   */
  addSource(source: DeliverySource): void;
  /**
   * Names a source whose configuration cannot be used. It is listed on the sources page and in coverage, and the others
   * go on.
   */
  addBrokenSource(source: {
    id: string;
    type: string;
    /** Configuration key at fault, for example `multicluster.karmada.controlPlanes[1].kubeconfig.file`. */
    configKey: string;
    /** What is wrong, without any value of it. */
    reason: string;
  }): void;
}

/** {@inheritDoc MulticlusterSourcesExtensionPoint} @public */
export const multiclusterSourcesExtensionPoint =
  createExtensionPoint<MulticlusterSourcesExtensionPoint>({
    id: 'multicluster.sources',
  });
