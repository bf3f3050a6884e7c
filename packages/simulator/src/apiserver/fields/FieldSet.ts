type Tree = { [element: string]: Tree };

const SEPARATOR = '\u0000';

/** Paths of fields, as `metadata.managedFields[].fieldsV1` holds them. */
export class FieldSet {
  readonly #paths: Set<string>;

  private constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
  }

  static of(paths: Iterable<readonly string[]>): FieldSet {
    return new FieldSet([...paths].map(path => path.join(SEPARATOR)));
  }

  static fromFieldsV1(tree: unknown): FieldSet {
    const paths: string[] = [];
    const walk = (node: Tree, path: string[]) => {
      const children = Object.entries(node).filter(([key]) => key !== '.');
      if (path.length && ('.' in node || !children.length)) {
        paths.push(path.join(SEPARATOR));
      }
      children.forEach(([key, child]) => walk(child, [...path, key]));
    };
    walk((tree ?? {}) as Tree, []);
    return new FieldSet(paths);
  }

  get size(): number {
    return this.#paths.size;
  }

  paths(): string[][] {
    return [...this.#paths].map(path => path.split(SEPARATOR));
  }

  has(path: readonly string[]): boolean {
    return this.#paths.has(path.join(SEPARATOR));
  }

  union(other: FieldSet): FieldSet {
    return new FieldSet([...this.#paths, ...other.#paths]);
  }

  minus(other: FieldSet): FieldSet {
    return new FieldSet(
      [...this.#paths].filter(path => !other.#paths.has(path)),
    );
  }

  intersect(other: FieldSet): FieldSet {
    return new FieldSet(
      [...this.#paths].filter(path => other.#paths.has(path)),
    );
  }

  /** Together with every path that leads to one of them. */
  withParents(): FieldSet {
    return new FieldSet(
      [...this.#paths].flatMap(path => {
        const elements = path.split(SEPARATOR);
        return elements.map((_, i) => elements.slice(0, i + 1).join(SEPARATOR));
      }),
    );
  }

  toFieldsV1(): Tree {
    const root: Tree = {};
    for (const path of this.paths()) {
      let node = root;
      path.forEach((element, i) => {
        // A field that has fields below it and belongs to the set itself is marked with a dot.
        if (i && this.has(path.slice(0, i)) && !('.' in node)) {
          node['.'] = {};
        }
        node[element] ??= {};
        node = node[element];
      });
    }
    return root;
  }
}
