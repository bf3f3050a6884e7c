import assert from 'node:assert/strict';

/** What `work` gives, which must be there within three seconds: a deadline of less was given. @internal */
export async function soon<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const message = 'its deadline passed long ago';
      reject(new assert.AssertionError({ message }));
    }, 3000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
