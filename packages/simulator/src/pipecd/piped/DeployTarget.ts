import type { KubeObject } from '../../apiserver/ObjectStore';

/** The platform that an application is deployed to: what a piped does to a cluster. */
export interface DeployTarget {
  apply(object: KubeObject): void;
  remove(object: Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>): void;
  get(
    object: Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>,
  ): KubeObject | undefined;
  /** What belongs to an applied object, from it down: what a live state shows. */
  below(object: KubeObject): KubeObject[];
}

/** A platform that takes everything and keeps nothing. */
export const nowhere: DeployTarget = {
  apply: () => {},
  remove: () => {},
  get: () => undefined,
  below: () => [],
};
