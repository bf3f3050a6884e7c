import { themes } from '@backstage/theme';
import { createTheme, getContrastRatio, Theme } from '@material-ui/core/styles';
import { stateColors } from './stateColors';

const THEMES: Array<[string, Theme]> = [
  ['Backstage light', themes.light.getTheme('v4') as Theme],
  ['Backstage dark', themes.dark.getTheme('v4') as Theme],
  ['plain Material UI', createTheme()],
  ['plain Material UI, dark', createTheme({ palette: { type: 'dark' } })],
  [
    'a theme of pale colours',
    createTheme({
      palette: {
        success: { main: '#ccffcc' },
        warning: { main: '#ffff99' },
        error: { main: 'hsl(0, 100%, 90%)' },
      },
    }),
  ],
];

describe.each(THEMES)('stateColors of %s', (_, theme) => {
  it('are readable on the paper and on their own tint', () => {
    for (const { text, tint } of Object.values(stateColors(theme))) {
      expect(getContrastRatio(text, tint)).toBeGreaterThanOrEqual(4.5);
      expect(
        getContrastRatio(text, theme.palette.background.paper),
      ).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('differ between what runs, what is held and what is bad', () => {
    const { run, hold, bad, ok } = stateColors(theme);
    expect(new Set([run.text, hold.text, bad.text, ok.text]).size).toBe(4);
  });
});
