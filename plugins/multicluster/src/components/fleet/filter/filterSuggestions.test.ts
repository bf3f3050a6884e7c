import { filterSuggestions } from './filterSuggestions';

const keys = [
  { key: 'status', values: ['degraded', 'unscheduled'] },
  { key: 'region', values: ['eu-west', 'eu-north', 'us east'] },
];

const offered = (text: string, caret = text.length) =>
  filterSuggestions(text, caret, keys).map(({ label }) => label);
const chosen = (text: string, label: string, caret = text.length) => {
  const found = filterSuggestions(text, caret, keys).find(
    suggestion => suggestion.label === label,
  )!;
  return `${found.text.slice(0, found.caret)}|${found.text.slice(found.caret)}`;
};

describe('filterSuggestions', () => {
  it('offers keys while none is written', () => {
    expect(offered('')).toEqual(['status:', 'region:']);
    expect(offered('re')).toEqual(['region:']);
    expect(offered('!s')).toEqual(['status:']);
    expect(offered('status:degraded ')).toEqual(['status:', 'region:']);
  });

  it('offers the values of the key at the caret', () => {
    expect(offered('region:eu')).toEqual(['eu-west', 'eu-north']);
    expect(offered('status:un region:', 9)).toEqual(['unscheduled']);
    expect(offered('colour:')).toEqual([]);
  });

  it('does not offer what already stands there', () => {
    expect(offered('status:degraded')).toEqual([]);
  });

  it('puts the choice in place of what was begun and leaves the rest', () => {
    expect(chosen('re', 'region:')).toBe('region:|');
    expect(chosen('region:eu', 'eu-west')).toBe('region:eu-west |');
    expect(chosen('!status:un region:x', 'unscheduled', 10)).toBe(
      '!status:unscheduled |region:x',
    );
    expect(chosen('region:eu-west,u', 'us east')).toBe(
      'region:eu-west,"us east" |',
    );
  });
});
