import { readFileSync } from 'fs';
import { resolve } from 'path';

const ROOT = resolve(__dirname, '../../..');

/** Pages of which the Chinese one says all that the English one does; the others say which part they are about. */
const PAGES = ['README', 'docs/approvals', 'docs/environments'];

interface Part {
  /** A heading of its level, an item, a row, a paragraph; or a line of an example. */
  kind: string;
  /** What is written the same in every language. */
  code: string[];
}

/** Examples are compared line by line, but for what is remarked in them. */
function partsOf(page: string): Part[] {
  const text = readFileSync(resolve(ROOT, page), 'utf8');
  let within = false;
  return text.split('\n').flatMap(line => {
    if (line.startsWith('```')) {
      within = !within;
      return [{ kind: line, code: [] }];
    }
    if (within) {
      return [
        { kind: 'example', code: [line.replace(/(#|\/\/) .*$/, '').trim()] },
      ];
    }
    return line.trim() === ''
      ? []
      : [{ kind: kindOf(line), code: codeIn(line) }];
  });
}

function kindOf(line: string): string {
  const [, mark = ''] = /^(#+|-|\d+\.|\||>|!\[)/.exec(line) ?? [];
  return mark || 'paragraph';
}

function codeIn(line: string): string[] {
  const code = [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  return [...new Set(code)].sort();
}

describe('pages in two languages', () => {
  it.each(PAGES)('say the same, part by part: %s', page => {
    const english = partsOf(`${page}.md`);
    const chinese = partsOf(`${page}.zh-CN.md`);
    expect(english.length).toBeGreaterThan(50);
    expect(chinese.map(({ kind }) => kind)).toEqual(
      english.map(({ kind }) => kind),
    );
    expect(
      english.flatMap(({ code }, index) =>
        String(code) === String(chinese[index].code)
          ? []
          : [[code, chinese[index].code]],
      ),
    ).toEqual([]);
  });
});
