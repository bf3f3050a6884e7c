import { parseEntityRef } from '@backstage/catalog-model';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';

/** Who did something, as the trail and requests name them. @internal */
export type NamedActor =
  | { kind: 'portal' }
  | { kind: 'person'; name: string }
  | { kind: 'tool'; tool: string; name: string };

const EXTERNAL = /^external:([^:]*):(.+)$/;

/**
 * What to call an actor: `system` is the portal itself, `external:<tool>:<name>` somebody at a tool, all else the ref of a user or a group;
 * what is none of them is a name as it stands.
 *
 * @internal
 */
export function actorOf(actor: string): NamedActor {
  const [, tool, name] = EXTERNAL.exec(actor) ?? [];
  if (actor === 'system') {
    return { kind: 'portal' };
  }
  if (tool !== undefined) {
    return { kind: 'tool', tool, name };
  }
  return { kind: 'person', name: nameOf(actor) };
}

function nameOf(ref: string): string {
  try {
    const { kind, namespace, name } = parseEntityRef(ref);
    return humanizeEntityRef({ kind, namespace, name }, { defaultKind: kind });
  } catch {
    return ref;
  }
}
