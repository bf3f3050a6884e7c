/**
 * Splits the lead of a text from the rest: its first sentence, or what stands before a colon when the first sentence is
 * all there is. Sentences of the back end begin small, so that they can stand inside others; here they begin large,
 * unless a name is what they begin with.
 *
 * @param names - what in the text are names
 * @internal
 */
export function splitLead(
  said: string,
  names: readonly unknown[] = [],
): [lead: string, rest: string] {
  const named = names.some(
    name => typeof name === 'string' && name && said.startsWith(name),
  );
  const text = named
    ? said
    : said.charAt(0).toLocaleUpperCase() + said.slice(1);
  const sentence = /^.+?(?:[.!?](?=\s)|[。！？](?=.))/s.exec(text);
  if (sentence) {
    return [sentence[0], text.slice(sentence[0].length).trimStart()];
  }
  const colon = /^[^:：]{1,60}(?::(?=\s)|：)/.exec(text);
  return colon
    ? [colon[0], text.slice(colon[0].length).trimStart()]
    : [text, ''];
}
