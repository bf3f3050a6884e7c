import assert from 'node:assert/strict';

/** A value is JSON as it stands: nothing of it changes when it is stored. Fields that are undefined are absent. @internal */
export function assertPlain(value: unknown, path: string): void {
  if (Array.isArray(value)) {
    value.forEach((each, index) => {
      assert.notEqual(each, undefined, `${path}[${index}] is undefined`);
      assertPlain(each, `${path}[${index}]`);
    });
  } else if (typeof value === 'object' && value !== null) {
    // By name: a decoded object may be of another realm.
    const name = Object.getPrototypeOf(value)?.constructor?.name ?? 'Object';
    assert.equal(name, 'Object', `${path} is a ${name}`);
    for (const [field, each] of Object.entries(value)) {
      if (each !== undefined) {
        assertPlain(each, `${path}.${field}`);
      }
    }
  } else {
    const json =
      value === null ||
      typeof value === 'string' ||
      typeof value === 'boolean' ||
      Number.isFinite(value);
    assert.ok(json, `${path} is ${String(value)}`);
  }
}
