import {
  darken,
  decomposeColor,
  getContrastRatio,
  hslToRgb,
  lighten,
  Theme,
} from '@material-ui/core/styles';
import { StateTone } from './stateLook';

/** Colours of one tone. @public */
export interface ToneColors {
  /** For text and icons: at least 5:1 on `tint` and on the paper of the theme. */
  text: string;
  /** A quiet background. */
  tint: string;
}

/** Colours of every tone. @public */
export type StateColors = Record<StateTone, ToneColors>;

/** Above the 4.5 that WCAG asks for: rows under the pointer are a shade darker than the paper. */
const READABLE = 5;
const HOLD_HUE = 262;

/**
 * Colours of states from the colours of a theme, so that a portal with its own theme keeps it. A colour that would not
 * be readable is darkened, or lightened on dark paper, until it is.
 *
 * @public
 */
export function stateColors(theme: Theme): StateColors {
  const { palette } = theme;
  // Backstage themes say what their status colours are; plain Material UI themes have none.
  const status = (palette as { status?: Record<string, string> }).status ?? {};
  const paper = palette.background.paper;
  const running = palette.info.main;
  // Colours of text are transparent black or white: what is seen is what must be readable.
  const tone = (color: string) => toneColors(opaque(color, paper), paper);
  return {
    ok: tone(status.ok ?? palette.success.main),
    run: tone(running),
    hold: tone(withHue(running, HOLD_HUE)),
    warn: tone(status.warning ?? palette.warning.main),
    bad: tone(status.error ?? palette.error.main),
    stale: tone(status.aborted ?? palette.text.secondary),
    info: tone(palette.text.secondary),
  };
}

function toneColors(color: string, paper: string): ToneColors {
  const tint = mix(color, paper, 0.12);
  const light =
    getContrastRatio('#000', paper) > getContrastRatio('#fff', paper);
  for (let step = 0; step <= 20; step++) {
    const text = light ? darken(color, step / 20) : lighten(color, step / 20);
    if (
      getContrastRatio(text, tint) >= READABLE &&
      getContrastRatio(text, paper) >= READABLE
    ) {
      return { text, tint };
    }
  }
  return { text: light ? '#000' : '#fff', tint };
}

/** `share` of a colour over a background, as an opaque colour: transparent ones would add up where they overlap. */
function mix(color: string, background: string, share: number): string {
  const over = channels(color);
  const under = channels(background);
  const alpha = share * (over[3] ?? 1);
  const [r, g, b] = [0, 1, 2].map(index =>
    Math.round(over[index] * alpha + under[index] * (1 - alpha)),
  );
  return `rgb(${r}, ${g}, ${b})`;
}

function opaque(color: string, background: string): string {
  return mix(color, background, 1);
}

function channels(color: string): number[] {
  const { type, values } = decomposeColor(color);
  if (type.startsWith('hsl')) {
    return channels(hslToRgb(color));
  }
  return values as unknown as number[];
}

function withHue(color: string, hue: number): string {
  const [r, g, b] = channels(color).map(value => value / 255);
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const lightness = (max + min) / 2;
  return hslToRgb(`hsl(${hue}, 60%, ${Math.round(lightness * 100)}%)`);
}
