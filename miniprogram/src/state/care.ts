import { createStore, fontScale, storage } from '@/platform';
import { useStore } from './use-store';

const KEY = 'care-mode';

/** From this much larger than usual, large text alone no longer fits the usual layout. */
const LARGE = 1.25;
/** 关怀模式 is itself about this much larger than the usual sizes. */
const CARE_SCALE = 1.35;
/** Beyond this a line holds too few characters to be read. */
const LARGEST = 1.6;

/** What the person chose in 我的, or null: then the phone's own font setting decides. */
const chosen = createStore<boolean | null>(null);

export interface Care {
  /** 关怀模式: large text, large targets, one column. */
  on: boolean;
  /** What every size is multiplied with, on top of 关怀模式. */
  scale: number;
}

export function loadCare(): void {
  chosen.set(storage.read<boolean>(KEY));
}

export function setCare(on: boolean): void {
  chosen.set(on);
  storage.write(KEY, on);
}

/** 关怀模式 switches itself on when the text is set large, and stays as the person left it afterwards. */
export function careFor(choice: boolean | null, phoneScale: number): Care {
  const on = choice ?? phoneScale >= LARGE;
  const wanted = on ? phoneScale / CARE_SCALE : phoneScale;
  return { on, scale: Math.min(LARGEST, Math.max(1, wanted)) };
}

export function useCare(): Care {
  return careFor(useStore(chosen), fontScale());
}
