import fc from 'fast-check';
import { parseFilter } from './parseFilter';

const value = (text: string, literal = false) => ({ text, literal });

describe('parseFilter', () => {
  it.each([
    ['', []],
    ['   ', []],
    [
      'status:degraded',
      [{ field: 'status', negated: false, values: [value('degraded')] }],
    ],
    [
      'region:eu* !cluster:edge-?',
      [
        { field: 'region', negated: false, values: [value('eu*')] },
        { field: 'cluster', negated: true, values: [value('edge-?')] },
      ],
    ],
    [
      '-ns:kube-system',
      [{ field: 'namespace', negated: true, values: [value('kube-system')] }],
    ],
    [
      'kind:Deployment,Job',
      [
        {
          field: 'kind',
          negated: false,
          values: [value('Deployment'), value('Job')],
        },
      ],
    ],
    [
      'owner:"group:default/team a"',
      [
        {
          field: 'owner',
          negated: false,
          values: [value('group:default/team a', true)],
        },
      ],
    ],
    [
      '"-x:*"',
      [{ field: 'text', negated: false, values: [value('-x:*', true)] }],
    ],
    [
      'name:"say \\"hi\\" \\\\"',
      [{ field: 'name', negated: false, values: [value('say "hi" \\', true)] }],
    ],
    [
      'checkout',
      [{ field: 'text', negated: false, values: [value('checkout')] }],
    ],
    [
      'image:registry:5000/app:v1',
      [
        {
          field: 'image',
          negated: false,
          values: [value('registry:5000/app:v1')],
        },
      ],
    ],
    [
      'ENV:prod',
      [{ field: 'environment', negated: false, values: [value('prod')] }],
    ],
  ])('reads %s', (text, terms) => {
    expect(parseFilter(text)).toEqual({ terms, problems: [] });
  });

  it.each([
    ['colour:red', { code: 'unknown-field', part: 'colour:red', at: 0 }],
    ['constructor:x', { code: 'unknown-field', part: 'constructor:x', at: 0 }],
    ['__proto__:x', { code: 'unknown-field', part: '__proto__:x', at: 0 }],
    ['a status:', { code: 'empty-value', part: 'status:', at: 2 }],
    ['!', { code: 'empty-value', part: '!', at: 0 }],
    ['name:"open', { code: 'unclosed-quote', part: 'name:open', at: 0 }],
  ])('names what it cannot read in %s', (text, problem) => {
    expect(parseFilter(text).problems).toEqual([problem]);
  });

  it('never throws and accounts for every part', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const { terms, problems } = parseFilter(text);
        expect(terms.length + problems.length === 0).toBe(text.trim() === '');
      }),
    );
  });
});
