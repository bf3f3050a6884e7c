import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/**
 * Whether an object could not be applied because Karmada still takes it for being in the member.
 *
 * @remarks
 * Karmada updates what its cache of a member holds. Right after a cluster came back that cache is old for a while, and what is
 * gone there by now answers that it is not found. Karmada sends again until it knows better and makes the object anew, so that this
 * says nothing of what the member thinks of it. Another object that is not found, such as the namespace, is a refusal.
 *
 * @param message - of the condition `Applied` of a Work that sends this manifest alone
 * @internal
 */
export function isUnseenGone(
  manifest: Record<string, unknown>,
  message: string,
): boolean {
  const name = read.string(read.record(manifest.metadata).name);
  const kind = read.string(manifest.kind)?.toLowerCase();
  const said = /: ([a-z]+)(?:\.([a-z0-9.-]+))? "([^"]+)" not found$/.exec(
    message,
  );
  if (!name || !kind || !said) {
    return false;
  }
  const [, resource, group = '', found] = said;
  const [before, version] = String(manifest.apiVersion).split('/');
  return (
    found === name &&
    group === (version ? before : '') &&
    // The plural of a kind is told nowhere in a manifest: `ingresses`, `networkpolicies`, `endpoints`.
    resource.startsWith(kind.replace(/y$/, ''))
  );
}
