/**
 * A blank-separated part of a filter. `quoted` marks, character by character, what was written in quotes, so that a
 * quoted colon, comma or star is never read as an operator.
 *
 * @internal
 */
export interface FilterToken {
  text: string;
  quoted: boolean[];
  at: number;
  unclosed: boolean;
}

/**
 * Splits a filter into its parts. Inside double quotes a backslash takes the next character as it is.
 *
 * @internal
 */
export function tokenizeFilter(input: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let token: FilterToken | undefined;
  let inQuotes = false;
  for (let index = 0; index < input.length; index++) {
    const char = input[index];
    if (!inQuotes && /\s/.test(char)) {
      token = undefined;
      continue;
    }
    if (!token) {
      token = { text: '', quoted: [], at: index, unclosed: false };
      tokens.push(token);
    }
    if (char === '"') {
      inQuotes = !inQuotes;
      token.unclosed = inQuotes;
      continue;
    }
    const escaped = inQuotes && char === '\\' && index + 1 < input.length;
    token.text += escaped ? input[++index] : char;
    token.quoted.push(inQuotes);
  }
  return tokens;
}
