/** Size of the scale world. */
export interface ScaleOptions {
  clusters: number;
  bindings: number;
  /** The same seed gives the same world. */
  seed: number;
}

/** How many services come first, three Deployments each on ten clusters: what a page view at scale is asked about. */
export const SERVICES = 100;
export const WORKLOADS_PER_SERVICE = 3;
export const CLUSTERS_PER_SERVICE = 10;
