import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { manifestOf } from './manifestOf';
import { overridesCopies } from './overridesCopies';
import { RenderedWork } from './RenderedWork';

/**
 * Whether a Work carries what its binding and its template say by now.
 *
 * @remarks
 * A template is changed first, its binding a moment later, the Works a moment after that: a scale-up first shows the new
 * generation with the old number of copies. What is released in between was not looked at.
 *
 * @param template - as it is now; absent where it cannot be read
 * @internal
 */
export function isSettled(
  rendered: RenderedWork,
  template: Record<string, unknown> | undefined,
): boolean {
  const manifest = manifestOf(rendered);
  const metadata = read.record(rendered.work?.metadata);
  if (!manifest || metadata.deletionTimestamp) {
    return false;
  }
  const copies = read.record(manifest.spec).replicas;
  const { replicas } = rendered;
  const isCounted =
    replicas !== undefined &&
    typeof copies === 'number' &&
    !overridesCopies(rendered.work ?? {});
  return (!isCounted || copies === replicas) && isNewest(manifest, template);
}

function isNewest(
  manifest: Record<string, unknown>,
  template: Record<string, unknown> | undefined,
): boolean {
  const annotations = read.record(read.record(manifest.metadata).annotations);
  const rendered = Number(
    annotations['resourcetemplate.karmada.io/generation'] ?? NaN,
  );
  const generation = read.count(read.record(template?.metadata).generation);
  return (
    Number.isNaN(rendered) || generation === undefined || rendered >= generation
  );
}
