import { contentChange } from './contentChange';
import { StoredContent } from './StoredContent';

type Ran = StoredContent['ran'];
const content = (
  generation: number,
  settings: string,
  images = 'i',
  uid = 'uid',
): Ran => [uid, generation, settings, images];
const running = (version: string, more: StoredContent = {}) => ({
  versions: [{ container: 'app', image: `app:${version}`, version }],
  versionKnowledge: 'known' as const,
  ...more,
});
const hidden = (
  versionKnowledge: 'unknown' | 'overridden',
  more: StoredContent = {},
) => ({ versions: [], versionKnowledge, ...more });
const v1 = running('v1', { ran: content(1, 'a') });

describe('contentChange', () => {
  it.each`
    what                                                    | before                                                         | now                     | ran                                | change
    ${'other settings'}                                     | ${v1}                                                          | ${running('v1')}        | ${content(2, 'b')}                 | ${{ cause: 'settings', version: 'v1' }}
    ${'another image under the same tag'}                   | ${v1}                                                          | ${running('v1')}        | ${content(2, 'a', 'j')}            | ${{ cause: 'image', version: 'v1' }}
    ${'both'}                                               | ${v1}                                                          | ${running('v1')}        | ${content(2, 'b', 'j')}            | ${{ cause: 'settings-and-image', version: 'v1' }}
    ${'other settings of what is made anew'}                | ${v1}                                                          | ${running('v1')}        | ${content(1, 'b', 'i', 'another')} | ${{ cause: 'settings', version: 'v1' }}
    ${'other settings once the rollout shows what runs'}    | ${hidden('unknown', { ran: content(1, 'a'), ranAs: 'v1' })}    | ${running('v1')}        | ${content(2, 'b')}                 | ${{ cause: 'settings', version: 'v1' }}
    ${'other settings under an override'}                   | ${hidden('overridden', { ran: content(1, 'a') })}              | ${hidden('overridden')} | ${content(2, 'b')}                 | ${{ cause: 'settings', version: undefined }}
    ${'other settings once an override hides the version'}  | ${v1}                                                          | ${hidden('overridden')} | ${content(2, 'b')}                 | ${{ cause: 'settings', version: 'v1' }}
    ${'settings with an image that an override may change'} | ${hidden('overridden', { ran: content(1, 'a'), ranAs: 'v1' })} | ${hidden('overridden')} | ${content(2, 'b', 'j')}            | ${{ cause: 'settings', version: undefined }}
    ${'another image that an override may change'}          | ${hidden('overridden', { ran: content(1, 'a'), ranAs: 'v1' })} | ${hidden('overridden')} | ${content(2, 'a', 'j')}            | ${undefined}
    ${'another image once an override hides the version'}   | ${v1}                                                          | ${hidden('overridden')} | ${content(2, 'a', 'j')}            | ${undefined}
    ${'digests of another form'}                            | ${running('v1', { ran: content(1, '1:a', '1:i') })}            | ${running('v1')}        | ${content(2, '2:b', '2:j')}        | ${undefined}
    ${'another image beside a digest of another form'}      | ${running('v1', { ran: content(1, 'a', '1:i') })}              | ${running('v1')}        | ${content(2, '1:a', '1:j')}        | ${{ cause: 'image', version: 'v1' }}
    ${'more copies alone'}                                  | ${v1}                                                          | ${running('v1')}        | ${content(2, 'a')}                 | ${undefined}
    ${'another version, which tells of itself'}             | ${v1}                                                          | ${running('v2')}        | ${content(2, 'b')}                 | ${undefined}
    ${'another version once the rollout shows it'}          | ${hidden('unknown', { ran: content(1, 'a'), ranAs: 'v1' })}    | ${running('v2')}        | ${content(2, 'b')}                 | ${undefined}
    ${'a version that no override hides any more'}          | ${hidden('overridden', { ran: content(1, 'a') })}              | ${running('v2')}        | ${content(2, 'b')}                 | ${undefined}
    ${'another digest of the same generation'}              | ${v1}                                                          | ${running('v1')}        | ${content(1, 'b')}                 | ${undefined}
    ${'what ran before, told once more'}                    | ${running('v1', { ran: content(3, 'b') })}                     | ${running('v1')}        | ${content(2, 'a')}                 | ${undefined}
    ${'the first that is known'}                            | ${running('v1')}                                               | ${running('v1')}        | ${content(2, 'b')}                 | ${undefined}
    ${'what is seen first'}                                 | ${undefined}                                                   | ${running('v1')}        | ${content(2, 'b')}                 | ${undefined}
    ${'what nobody knows any more'}                         | ${v1}                                                          | ${running('v1')}        | ${undefined}                       | ${undefined}
    ${'what waits for the override policies'}               | ${v1}                                                          | ${hidden('unknown')}    | ${content(2, 'b')}                 | ${undefined}
  `('tells of $what: $change.cause', ({ before, now, ran, change }) => {
    const found = contentChange(before, now, ran).change;
    expect(found && { cause: found.cause, version: found.version }).toEqual(
      change,
    );
  });

  it('names both contents by their digests', () => {
    const { change } = contentChange(v1, running('v1'), content(2, 'b', 'j'));
    expect(change).toMatchObject({ from: 'a.i', to: 'b.j' });
  });

  it('remembers what ran while nobody knows it, and names its version only where that is not known now', () => {
    const lost = contentChange(v1, hidden('unknown'), undefined).stored;
    expect(lost).toEqual({ ran: v1.ran, ranAs: 'v1' });
    const still = hidden('unknown', lost);
    expect(contentChange(still, hidden('unknown'), undefined).stored).toEqual(
      lost,
    );
    const back = contentChange(still, running('v1'), content(1, 'a')).stored;
    expect(back).toEqual({ ran: content(1, 'a') });
  });

  it('takes another image under an override for the old version no longer', () => {
    const before = hidden('overridden', { ran: content(1, 'a'), ranAs: 'v1' });
    const copies = contentChange(
      before,
      hidden('overridden'),
      content(2, 'a'),
    ).stored;
    expect(copies).toEqual({ ran: content(2, 'a'), ranAs: 'v1' });
    const { stored } = contentChange(
      hidden('overridden', copies),
      hidden('overridden'),
      content(3, 'a', 'j'),
    );
    expect(stored).toEqual({ ran: content(3, 'a', 'j') });
  });

  it('goes on from the newest when an older generation is told once more', () => {
    const newest = running('v2', { ran: content(2, 'b') });
    const { stored } = contentChange(newest, running('v1'), content(1, 'a'));
    expect(stored).toEqual({ ran: content(2, 'b'), ranAs: 'v2' });
    const again = contentChange(
      running('v1', stored),
      running('v2'),
      content(2, 'b'),
    );
    expect(again).toEqual({ stored: { ran: content(2, 'b') } });
  });

  it('compares the next generation with how a server of another release writes this one', () => {
    const { stored } = contentChange(v1, running('v1'), content(1, 'b'));
    expect(
      contentChange(running('v1', stored), running('v1'), content(2, 'b'))
        .change,
    ).toBeUndefined();
  });
});
