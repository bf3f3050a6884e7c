import { MulticlusterApi } from '@fairway/backstage-plugin-multicluster-common';

/** An API that answers what it is given and refuses the rest by name. */
export function fakeApi(answers: Partial<MulticlusterApi>): MulticlusterApi {
  return new Proxy(answers as MulticlusterApi, {
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
