import {
  ProblemCode,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/**
 * What a problem with something that is read comes to, in words.
 *
 * @param params - `subject`: what people call it; `detail`: the server's own words, redacted; `count`: how many objects
 * @public
 */
export function problemSentence(
  code: ProblemCode,
  params: { subject: string; detail?: string; count?: number },
): Sentence {
  const { subject, detail, count } = params;
  const name = code.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  if (count !== undefined) {
    return sentence(`source.skipped.${name}`, { subject, count });
  }
  return detail
    ? sentence(`source.problemWithDetail.${name}`, { subject, detail })
    : sentence(`source.problem.${name}`, { subject });
}
