import type { Deployment } from './messages';

/** Whether nothing more comes of a deployment. */
export function isOver({ status = 0 }: Pick<Deployment, 'status'>): boolean {
  return status >= 4;
}
