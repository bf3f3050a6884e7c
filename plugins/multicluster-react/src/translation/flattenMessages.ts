/** A tree of messages. @internal */
export type MessageTree = { readonly [key: string]: string | MessageTree };

/** The keys of a tree of messages, joined by dots. @internal */
export type MessageKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${MessageKey<T[K]>}`;
}[keyof T & string];

/** A tree of messages as one table, its keys joined by dots as translation refs do. @internal */
export function flattenMessages<T extends MessageTree>(
  tree: T,
): Record<MessageKey<T>, string> {
  return Object.fromEntries(entriesOf(tree)) as Record<MessageKey<T>, string>;
}

function entriesOf(tree: MessageTree): Array<[string, string]> {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[key, value] as [string, string]]
      : entriesOf(value).map(([rest, text]): [string, string] => [
          `${key}.${rest}`,
          text,
        ]),
  );
}
