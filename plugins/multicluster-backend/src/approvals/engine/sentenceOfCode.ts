import {
  ApprovalCode,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** What a refusal says to people. */
export function sentenceOfCode(
  code: ApprovalCode,
  params: Record<string, string> = {},
): Sentence {
  const camel = code
    .toLocaleLowerCase('en-US')
    .replace(/_(\w)/g, (_, letter: string) =>
      letter.toLocaleUpperCase('en-US'),
    );
  return sentence(`approval.refused.${camel}`, params);
}
