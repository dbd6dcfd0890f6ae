import type { CSSProperties, ReactNode } from 'react';

/** What a screen reader is told; names as in ARIA, without the prefix. */
export interface Spoken {
  role?: string | undefined;
  label?: string | undefined;
  /** Id of the element that names this one. The weapp has no such link: give `label` too where it matters. */
  labelledby?: string | undefined;
  describedby?: string | undefined;
  hidden?: boolean | undefined;
  live?: 'polite' | 'assertive' | undefined;
  checked?: boolean | undefined;
  selected?: boolean | undefined;
  current?: 'page' | undefined;
  expanded?: boolean | undefined;
  disabled?: boolean | undefined;
  busy?: boolean | undefined;
  invalid?: boolean | undefined;
  required?: boolean | undefined;
  modal?: boolean | undefined;
  valuenow?: number | undefined;
  valuemax?: number | undefined;
  valuetext?: string | undefined;
}

export interface ElementProps {
  id?: string | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  aria?: Spoken | undefined;
  children?: ReactNode;
}

export interface PictureProps extends ElementProps {
  src: string;
  alt: string;
  /** It could not be fetched, e.g. because its link has run out. */
  onLost?: (() => void) | undefined;
}

export interface PressableProps extends ElementProps {
  onPress?: (() => void) | undefined;
  /** Class while a finger is on it. The browser has :active for that. */
  pressedClass?: string | undefined;
  /** In a roving group only one item is in the tab order. */
  inTabOrder?: boolean | undefined;
}

export interface LinkToProps extends ElementProps {
  /** Address in the app; see `link()`. */
  to: string;
  /** `replace` takes this page's place, `restart` closes everything (tabs); otherwise it opens above this page. */
  how?: 'replace' | 'restart' | undefined;
}
