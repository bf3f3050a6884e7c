/**
 * Splits the lead of a text from the rest: its first sentence, or what stands before a colon when the first sentence is
 * all there is. Sentences of the back end begin small, so that they can stand inside others; here they begin large.
 *
 * @internal
 */
export function splitLead(said: string): [lead: string, rest: string] {
  const text = said.charAt(0).toLocaleUpperCase() + said.slice(1);
  const sentence = /^.+?(?:[.!?](?=\s)|[。！？](?=.))/s.exec(text);
  if (sentence) {
    return [sentence[0], text.slice(sentence[0].length).trimStart()];
  }
  const colon = /^[^:：]{1,60}(?::(?=\s)|：)/.exec(text);
  return colon
    ? [colon[0], text.slice(colon[0].length).trimStart()]
    : [text, ''];
}
