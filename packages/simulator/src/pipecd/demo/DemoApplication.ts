import type { NewApplication } from '../PipecdWorld';

/** An application of the demo with the namespace that its manifests name. */
export interface DemoApplication extends NewApplication {
  namespace: string;
  replicas: number;
}
