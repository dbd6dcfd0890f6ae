/** A picture taken here, ready to be kept and sent. */
export interface Photo {
  /** Lower-case hexadecimal SHA-256 of `bytes`: its name with the service. */
  sha256: string;
  bytes: Uint8Array;
  type: 'image/jpeg' | 'image/png';
  /** Address for showing it on this device. */
  preview: string;
}

export type Shot = Omit<Photo, 'sha256'>;

/** Longest side in pixels: enough to read a crack in a hose, small enough for a stairwell's signal. */
export const LONGEST_SIDE = 1920;

export const PHOTO_PLACE = 'photo photo--add';
export const PHOTO_BUTTON = 'photo-button button button--line button--small button--wide';

/** The service takes 8 MB. */
export const LARGEST_BYTES = 8 * 1024 * 1024;

export interface PhotoSourceProps {
  label: string;
  onShots: (shots: Shot[]) => void;
  /** A Chinese sentence. */
  onFailure: (sentence: string) => void;
  /** How many may still be added. */
  room: number;
  /** Looks like a button of the page instead of an empty place for a picture. */
  asButton?: boolean | undefined;
}
