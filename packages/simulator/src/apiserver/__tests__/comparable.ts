const TIME = /^\d{4}-\d\d-\d\dT[\d:]{8}Z$/;
const AGE = /^(\d+[ydhms]){1,2}$/;
const VOLATILE = ['uid', 'resourceVersion', 'description'];

/** A body without what differs from run to run: ids, versions, times and ages keep their form alone. */
export function comparable(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    return value.map(item => comparable(item));
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        comparable(item, name),
      ]),
    );
  }
  if (typeof value !== 'string') {
    return value;
  }
  if (key === 'continue') {
    const token = JSON.parse(Buffer.from(value, 'base64url').toString());
    return { ...token, rv: typeof token.rv };
  }
  if (VOLATILE.includes(key) || /permanent-id$/.test(key)) {
    return `<${key}>`;
  }
  if (TIME.test(value)) {
    return '<time>';
  }
  return AGE.test(value)
    ? '<age>'
    : value.replace(/current: \d+/, 'current: <version>');
}
