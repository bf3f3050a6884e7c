/** An API that answers what it is given and refuses the rest by name. */
export function fakeApi<T extends object>(answers: Partial<T>): T {
  return new Proxy(answers as T, {
    get(target, property, receiver) {
      return (
        Reflect.get(target, property, receiver) ??
        (async () => {
          throw new Error(`Unexpected call of ${String(property)}`);
        })
      );
    },
  });
}
