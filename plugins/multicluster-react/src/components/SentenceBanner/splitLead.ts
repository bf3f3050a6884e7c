/**
 * Splits the lead of a text from the rest: its first sentence, or what stands before a colon when the first sentence is
 * all there is.
 *
 * @internal
 */
export function splitLead(text: string): [lead: string, rest: string] {
  const sentence = /^.+?(?:[.!?](?=\s)|[。！？](?=.))/s.exec(text);
  if (sentence) {
    return [sentence[0], text.slice(sentence[0].length).trimStart()];
  }
  const colon = /^[^:：]{1,60}(?::(?=\s)|：)/.exec(text);
  return colon
    ? [colon[0], text.slice(colon[0].length).trimStart()]
    : [text, ''];
}
