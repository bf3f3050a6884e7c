import { ReactElement } from 'react';
import { StateShape } from '../../state';

const ring = (
  <circle
    cx="9"
    cy="9"
    r="7"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
  />
);
const dashedRing = (
  <circle
    cx="9"
    cy="9"
    r="7"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeDasharray="3 2.4"
  />
);
const disc = <circle cx="9" cy="9" r="8" fill="currentColor" />;

/** What each shape is made of, on 18 by 18; strokes of class `cut` take the colour of the paper. @internal */
export const shapes: Record<StateShape, ReactElement> = {
  ok: (
    <>
      {disc}
      <path
        className="cut"
        d="M5.2 9.3l2.6 2.6 5-5.4"
        fill="none"
        strokeWidth="1.9"
      />
    </>
  ),
  applied: (
    <>
      {ring}
      <path
        d="M5.6 9.2l2.4 2.4 4.4-4.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      />
    </>
  ),
  run: (
    <>
      {ring}
      <path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor" />
    </>
  ),
  pending: (
    <>
      {ring}
      <circle cx="5.8" cy="9" r="1.1" fill="currentColor" />
      <circle cx="9" cy="9" r="1.1" fill="currentColor" />
      <circle cx="12.2" cy="9" r="1.1" fill="currentColor" />
    </>
  ),
  hold: (
    <>
      {disc}
      <path className="cut" d="M6.8 5.5v7M11.2 5.5v7" strokeWidth="2" />
    </>
  ),
  warn: (
    <>
      <path d="M9 1.5l8 14.5H1z" fill="currentColor" />
      <path className="cut" d="M9 6.5v4.6M9 12.6v1.8" strokeWidth="1.8" />
    </>
  ),
  bad: (
    <>
      <path
        d="M5.6 1h6.8L17 5.6v6.8L12.4 17H5.6L1 12.4V5.6z"
        fill="currentColor"
      />
      <path className="cut" d="M6 6l6 6M12 6l-6 6" strokeWidth="1.9" />
    </>
  ),
  stale: (
    <>
      {dashedRing}
      <path
        d="M9 5.2V9l2.6 1.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
      />
    </>
  ),
  unknown: (
    <>
      {dashedRing}
      <path
        d="M7 7.4a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.2M9 12v1.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
    </>
  ),
  out: (
    <>
      {ring}
      <path
        d="M5.5 9h6M9 6l3 3-3 3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
      />
    </>
  ),
};
