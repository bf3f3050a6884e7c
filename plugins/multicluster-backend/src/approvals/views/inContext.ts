import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** A sentence as it reads of something else, under the same code. */
export function inContext(
  { code, params, times = [] }: Sentence,
  context: string,
): Sentence {
  const moments = times.map(name => [name, new Date(String(params[name]))]);
  return sentence(code, {
    ...params,
    ...Object.fromEntries(moments),
    context,
  });
}
