import { KubeObject, ResourceType } from '../ObjectStore';

/**
 * One revision of an object with its JSON, serialized once: a page of a list is then a join of buffers. The buffer
 * always starts with apiVersion, kind and metadata, so that a built-in list item (no kind) and a metadata-only answer
 * are slices of it.
 */
export class StoredObject {
  readonly key: string;
  readonly resourceVersion: number;
  readonly json: Buffer;
  readonly labels: Readonly<Record<string, string>> | undefined;
  readonly namespace: string;
  readonly name: string;
  /** Keeps its JSON only, and is parsed again when somebody asks: for worlds of 100,000. */
  readonly lean: boolean;
  readonly #metadataStart: number;
  readonly #metadataEnd: number;
  #object: KubeObject | WeakRef<KubeObject> | undefined;

  private constructor(object: KubeObject, lean: boolean) {
    this.lean = lean;
    const { apiVersion, kind, metadata, ...rest } = object;
    const head = `{"apiVersion":${JSON.stringify(
      apiVersion,
    )},"kind":${JSON.stringify(kind)},"metadata":`;
    const meta = JSON.stringify(metadata);
    const body = JSON.stringify(rest);
    this.json = Buffer.from(
      body === '{}' ? `${head}${meta}}` : `${head}${meta},${body.slice(1)}`,
    );
    this.#metadataStart = Buffer.byteLength(head);
    this.#metadataEnd = this.#metadataStart + Buffer.byteLength(meta);
    this.namespace = metadata.namespace ?? '';
    this.name = metadata.name;
    this.key = StoredObject.keyOf(this.namespace, this.name);
    this.resourceVersion = Number(metadata.resourceVersion);
    this.labels = metadata.labels;
    // No weak reference either: those made in one go would all live until the end of it.
    this.#object = lean ? undefined : object;
  }

  static create(object: KubeObject, options?: { lean?: boolean }) {
    return new StoredObject(object, options?.lean ?? false);
  }

  static keyOf(namespace: string, name: string): string {
    return namespace ? `${namespace}/${name}` : name;
  }

  get object(): KubeObject {
    const known =
      this.#object instanceof WeakRef ? this.#object.deref() : this.#object;
    if (known) {
      return known;
    }
    const parsed = JSON.parse(this.json.toString()) as KubeObject;
    this.#object = new WeakRef(parsed);
    return parsed;
  }

  /** As it stands in a list: items of built-in kinds carry neither kind nor apiVersion. */
  itemJson(type: ResourceType): Buffer {
    if (type.served === 'custom') {
      return this.json;
    }
    const prefix = '"metadata":'.length;
    return Buffer.concat([
      Buffer.from('{'),
      this.json.subarray(this.#metadataStart - prefix),
    ]);
  }

  metadataJson(): Buffer {
    return this.json.subarray(this.#metadataStart, this.#metadataEnd);
  }
}
