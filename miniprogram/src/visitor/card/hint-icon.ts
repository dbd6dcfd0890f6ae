import type { IconName } from '@/components';

const icons: Partial<Record<string, IconName>> = {
  hearing: 'ear',
  walking: 'walk',
  sight: 'glasses',
  speech: 'speak',
  memory: 'mind',
  door: 'door',
  dog: 'dog',
  language: 'message',
  time: 'clock',
};

/** A picture for a hint at the door. */
export function hintIcon(code: string): IconName {
  return icons[code] ?? 'info';
}
