import { InputError } from '@backstage/errors';

/** Characters, as the API takes them; `maxLength` there counts code points too. */
const LONGEST = 4096;

/**
 * What a person says beside something they do, without blanks around it, and never a part of it: the trail and the notices have
 * to say what was said.
 *
 * @throws InputError when it is longer than the API takes
 */
export function wholeText(text: string | undefined): string {
  const whole = text?.trim() ?? '';
  if (Array.from(whole).length > LONGEST) {
    throw new InputError(`A text has at most ${LONGEST} characters`);
  }
  return whole;
}
