import { ConfigurationRef } from '../../contract/facts';
import { isRecord } from './isRecord';

/** Kustomize ends generated names with a hash of the content, in an alphabet of its own. */
const GENERATED = /^(.+)-([bcdfghkmt2456789]{10})$/;
/** Helm charts write a checksum of what is mounted, so that pods restart with it. */
const CHECKSUM = /^checksum\/(.+)$/;
/** A hash is short; an annotation may hold 256 KiB of anything. */
const LONGEST = 128;

/**
 * The ConfigMaps and Secrets that a pod template refers to, by name, and the checksums that it carries; sorted. The content
 * is never read: what tells it apart is a hash in an annotation (`checksum/config`) or at the end of a generated name.
 *
 * @param template - a PodTemplateSpec: `metadata` and `spec`
 * @public
 */
export function configurationOf(template: unknown): ConfigurationRef[] {
  const { metadata, spec } = isRecord(template)
    ? template
    : { metadata: undefined, spec: undefined };
  const found = [...namesIn(spec), ...checksumsIn(metadata)];
  const distinct = new Map(
    found.map(ref => [`${ref.kind}/${ref.name}/${ref.hash ?? ''}`, ref]),
  );
  return [...distinct.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ref]) => ref);
}

function checksumsIn(metadata: unknown): ConfigurationRef[] {
  const annotations = isRecord(metadata) ? metadata.annotations : undefined;
  return Object.entries(isRecord(annotations) ? annotations : {}).flatMap(
    ([key, hash]) => {
      const name = CHECKSUM.exec(key)?.[1];
      return name && typeof hash === 'string' && hash.length <= LONGEST
        ? [{ kind: 'checksum' as const, name, hash }]
        : [];
    },
  );
}

/** Wherever a pod spec can name one: volumes, also projected ones, `envFrom`, and single variables. */
function namesIn(value: unknown): ConfigurationRef[] {
  if (Array.isArray(value)) {
    return value.flatMap(namesIn);
  }
  if (!isRecord(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const own = isRecord(item) ? refOf(key, item) : undefined;
    return own ? [own] : namesIn(item);
  });
}

function refOf(
  key: string,
  { name, secretName }: Record<string, unknown>,
): ConfigurationRef | undefined {
  if (/^configMap(Ref|KeyRef)?$/.test(key)) {
    return named('ConfigMap', name);
  }
  // As a volume it has a `secretName`, as a part of a projected one a `name`.
  return /^secret(Ref|KeyRef)?$/.test(key)
    ? named('Secret', secretName ?? name)
    : undefined;
}

function named(
  kind: 'ConfigMap' | 'Secret',
  name: unknown,
): ConfigurationRef | undefined {
  if (typeof name !== 'string' || !name) {
    return undefined;
  }
  const generated = GENERATED.exec(name);
  return generated
    ? { kind, name: generated[1], hash: generated[2] }
    : { kind, name };
}
